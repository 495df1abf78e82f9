#pragma once

#include "gui/shell/page.h"
#include "gui/widgets/windowmodel.h"

class QButtonGroup;
class QGridLayout;
class QHBoxLayout;
class QLineEdit;
class QStackedWidget;

namespace tieout::gui {

class RecordDetails;
class TableView;

/// The records of one run or preview: tiles with counts and money, filter chips, search, the list and, for
/// the chosen record, each field before → after. Main thread; part of a page.
class RunView final : public QWidget
{
    Q_OBJECT
  public:
    RunView(Desk& desk, Answers& answers, QWidget* parent = nullptr);
    void show(const model::RunReport& report, const QString& targetSystem);
    void chooseFirst();

  Q_SIGNALS:
    void failed(const tieout::Error& error);
    void go(const tieout::gui::Place& place);

  private:
    void buildChips();
    void showTiles();
    void showChips();
    void showRelatedChips();
    [[nodiscard]] QString relatedTitle(const QString& flow) const;
    void refresh();
    void showRecord(int row);
    void askLinks(const model::RunRecord& record);
    void showRemarks();
    [[nodiscard]] model::RunRecordFilter filter() const;
    [[nodiscard]] QVariant cell(const model::RunRecord& record, int column, int role) const;

    Desk& m_desk;
    Answers& m_answers;
    model::RunReport m_report;
    QString m_targetSystem;
    QGridLayout* m_tiles;
    QButtonGroup* m_chips;
    QLabel* m_remarks;
    QHBoxLayout* m_relatedChips; ///< one for each kind of record made on the way
    QStringList m_related;       ///< their flows; chip ids from kRelated on
    QLineEdit* m_search;
    TableView* m_table;
    RowWindow<model::RunRecord>* m_model;
    QStackedWidget* m_records; ///< the list with its details, or why there is none
    RecordDetails* m_details;
    qint64 m_linksAsked = 0; ///< generation of the links that are wanted
};

} // namespace tieout::gui
