#pragma once

#include "gui/widgets/answers.h"

#include "base/result.h"

#include <QAbstractTableModel>
#include <QSet>

#include <functional>

namespace tieout::gui {

/// Rows of a long list, loaded a page at a time as they are looked at, a bounded number of pages kept. Every
/// question carries the generation of the list; answers of an older one are dropped. Main thread.
class WindowModel : public QAbstractTableModel
{
    Q_OBJECT
  public:
    static constexpr int kPageRows = 100;
    static constexpr int kKeptPages = 40;

    /// A column's heading; numbers stand on the right.
    struct Column {
        QString title;
        Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    };

    WindowModel(Answers& answers, QList<Column> columns, QObject* parent);

    /// Asks for everything again. What is shown stays until the new first page is here.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

  Q_SIGNALS:
    /// The first page of the newest question is shown.
    void refreshed();
    void failed(const tieout::Error& error);

  protected:
    [[nodiscard]] Answers& answers() { return m_answers; }
    virtual void askCount(quint64 generation) = 0;
    virtual void askPage(quint64 generation, int page) = 0;
    virtual void forgetAll() = 0;
    virtual void forgetPage(int page) = 0;
    [[nodiscard]] virtual bool hasRow(int row) const = 0;
    [[nodiscard]] virtual QVariant cell(int row, int column, int role) const = 0;

    /// `total` < 0: the list does not say how long it is and grows as it is read.
    void countArrived(quint64 generation, const Result<qint64>& total);
    /// Calls `keep` when the page is still wanted.
    void pageArrived(quint64 generation, int page, qsizetype rows, const std::function<void()>& keep);
    void pageFailed(quint64 generation, int page, const Error& error);

  private:
    void want(int page);
    void trim(int newest);

    Answers& m_answers;
    QList<Column> m_columns;
    quint64 m_generation = 0;
    bool m_replacing = false; ///< the next first page replaces what is shown
    qint64 m_expected = -1;
    int m_rows = 0;
    bool m_more = false; ///< of a list of unknown length
    QSet<int> m_asked;
    QList<int> m_kept; ///< pages in memory, oldest first
};

/// A WindowModel over rows of one type. `Cell` turns a row into what the view shows.
template<class Row>
class RowWindow final : public WindowModel
{
  public:
    using Count = std::function<Task<Result<qint64>>()>; ///< may be empty: unknown length
    using Rows = std::function<Task<Result<QList<Row>>>(qint64 offset, int limit)>;
    using Cell = std::function<QVariant(const Row& row, int column, int role)>;

    RowWindow(Answers& answers, QList<Column> columns, Cell cell, QObject* parent)
        : WindowModel(answers, std::move(columns), parent)
        , m_cell(std::move(cell))
    {
    }

    /// Where rows come from; takes effect with refresh().
    void setSource(Count count, Rows rows)
    {
        m_count = std::move(count);
        m_source = std::move(rows);
    }
    /// Null while the row is on its way.
    [[nodiscard]] const Row* row(int row) const
    {
        const auto page = m_pages.constFind(row / kPageRows);
        if (row < 0 || page == m_pages.cend() || row % kPageRows >= page->size()) return nullptr;
        return &page->at(row % kPageRows);
    }

  protected:
    void askCount(quint64 generation) override
    {
        if (!m_source) return;
        if (!m_count) return countArrived(generation, qint64(-1));
        answers().ask(m_count(),
                      [this, generation](const Result<qint64>& total) { countArrived(generation, total); });
    }
    void askPage(quint64 generation, int page) override
    {
        answers().ask(
            m_source(qint64(page) * kPageRows, kPageRows), [this, generation, page](Result<QList<Row>> rows) {
                if (!rows) return pageFailed(generation, page, rows.error());
                pageArrived(generation, page, rows->size(), [&] { m_pages.insert(page, std::move(*rows)); });
            });
    }
    void forgetAll() override { m_pages.clear(); }
    void forgetPage(int page) override { m_pages.remove(page); }
    [[nodiscard]] bool hasRow(int wanted) const override { return row(wanted) != nullptr; }
    [[nodiscard]] QVariant cell(int wanted, int column, int role) const override
    {
        return m_cell(*row(wanted), column, role);
    }

  private:
    Cell m_cell;
    Count m_count;
    Rows m_source;
    QHash<int, QList<Row>> m_pages;
};

} // namespace tieout::gui
