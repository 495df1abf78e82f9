#include "gui/widgets/windowmodel.h"

#include "gui/widgets/tableview.h"

using namespace Qt::StringLiterals;

namespace tieout::gui {

WindowModel::WindowModel(Answers& answers, QList<Column> columns, QObject* parent)
    : QAbstractTableModel(parent)
    , m_answers(answers)
    , m_columns(std::move(columns))
{
}

void WindowModel::refresh()
{
    ++m_generation;
    m_replacing = true;
    m_asked.clear();
    askCount(m_generation);
}

int WindowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int WindowModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant WindowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size()) return {};
    if (role == Qt::DisplayRole) return m_columns[section].title;
    if (role == Qt::TextAlignmentRole) return int(m_columns[section].alignment);
    return {};
}

QVariant WindowModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole) return int(m_columns[index.column()].alignment);
    if (!hasRow(index.row())) {
        // Looking at a row is what loads it.
        if (role == Qt::DisplayRole) const_cast<WindowModel*>(this)->want(index.row() / kPageRows);
        if (role == Qt::DisplayRole) return index.column() == 0 ? QVariant(u"…"_s) : QVariant();
        return role == QuietRole ? QVariant(true) : QVariant();
    }
    return cell(index.row(), index.column(), role);
}

bool WindowModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_more;
}

void WindowModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) want(m_rows / kPageRows);
}

void WindowModel::countArrived(quint64 generation, const Result<qint64>& total)
{
    if (generation != m_generation) return;
    if (!total) return pageFailed(generation, 0, total.error());
    m_expected = *total;
    want(0);
}

void WindowModel::pageArrived(quint64 generation, int page, qsizetype rows, const std::function<void()>& keep)
{
    if (generation != m_generation) return;
    m_asked.remove(page);
    if (m_replacing) {
        m_replacing = false;
        beginResetModel();
        forgetAll();
        m_kept.clear();
        keep();
        m_more = m_expected < 0 && rows == kPageRows;
        m_rows = int(std::min<qint64>(m_expected < 0 ? rows : std::max<qint64>(m_expected, rows), INT_MAX));
        trim(page);
        endResetModel();
        Q_EMIT refreshed();
        return;
    }
    const int grown = page * kPageRows + int(rows);
    if (m_expected < 0 && grown > m_rows) beginInsertRows({}, m_rows, grown - 1);
    keep();
    trim(page);
    if (m_expected < 0) m_more = rows == kPageRows;
    if (m_expected < 0 && grown > m_rows) {
        m_rows = grown;
        endInsertRows();
    }
    const int first = page * kPageRows;
    const int last = std::min(m_rows, first + kPageRows) - 1;
    if (last >= first) Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void WindowModel::pageFailed(quint64 generation, int page, const Error& error)
{
    if (generation != m_generation) return;
    m_asked.remove(page);
    m_more = false;
    Q_EMIT failed(error);
}

void WindowModel::want(int page)
{
    if (m_asked.contains(page)) return;
    m_asked.insert(page);
    askPage(m_generation, page);
}

void WindowModel::trim(int newest)
{
    m_kept.removeAll(newest);
    m_kept.append(newest);
    while (m_kept.size() > kKeptPages)
        forgetPage(m_kept.takeFirst());
}

} // namespace tieout::gui
