#pragma once

#include "sandbox/salesforce/query/rowfilter.h"

namespace tieout::sandbox::salesforce {

enum class Deleted : quint8 { Hidden, Shown };
/// The data, or what the Tooling API knows beside it.
enum class Surface : quint8 { Data, Tooling };

class QueryPlan;

/// Takes over the children that do not fit on a record's page. Implemented by who keeps the locators.
class ChildPages
{
  public:
    virtual ~ChildPages() = default;
    [[nodiscard]] virtual size_t pageSize() const = 0;
    /// The address of the children after the first page.
    [[nodiscard]] virtual QByteArray keep(const std::shared_ptr<QueryPlan>& plan,
                                          std::vector<RowNumber> rows) = 0;
};

/// Writes one record: attributes, fields, parents and children, as bytes. Immutable part of a plan.
class RecordPrinter final
{
  public:
    RecordPrinter(const Organisation& organisation, int object, const QByteArray& servicePath);
    [[nodiscard]] SoqlResult<void> add(const SoqlItem& item, const SoqlQuery& query);
    void addField(int field, const QString& alias = {});

    /// Without `pages` every child is written.
    void print(QByteArray& out, RowNumber row, Deleted deleted, ChildPages* pages = nullptr) const;
    /// Rows below the given one that `print` writes; for pages that count children.
    [[nodiscard]] int childRows(RowNumber row) const;

  private:
    struct Node {
        QByteArray key; // `,"Name":`
        QString name;
        FieldSource source; // the value, the way to the parent, or the child's way back
        std::shared_ptr<RecordPrinter> parent;
        std::shared_ptr<QueryPlan> children;
        std::vector<std::shared_ptr<RecordPrinter>> variants; // by target of a polymorphic reference
        QByteArray constant;
    };

    [[nodiscard]] SoqlResult<void> addPath(const QStringList& parts, const SoqlPath& path,
                                           const SoqlQuery& query);
    [[nodiscard]] SoqlResult<void> addChildren(const SoqlItem& item);
    [[nodiscard]] SoqlResult<void> addFields(const SoqlItem& item, const SoqlQuery& query);
    [[nodiscard]] SoqlResult<void> addTypeOf(const SoqlItem& item, const SoqlQuery& query);
    /// "Name", "Type" or "Id" of whatever the reference points to.
    void addAspect(const Field& via, const QString& member);
    /// The same on the printer of one such record; false for anything else.
    bool addOwnAspect(const QString& member);
    [[nodiscard]] Node polymorphicNode(const Field& via) const;
    void printVariant(QByteArray& out, const Node& node, RowNumber row, Deleted deleted) const;
    void printAddress(QByteArray& out, const Node& node, RowNumber row) const;
    void printChildren(QByteArray& out, const Node& node, RowNumber row, Deleted deleted,
                       ChildPages* pages) const;

    const Organisation* m_organisation;
    int m_object;
    QByteArray m_servicePath;
    QByteArray m_head; // up to the id in the attributes' url
    std::vector<Node> m_nodes;
};

/// A compiled query. Immutable; reads the organisation's present rows. Lives as long as its locators.
class QueryPlan final
{
  public:
    /// `servicePath` is "/services/data/v62.0", for the urls in attributes.
    [[nodiscard]] static SoqlResult<QueryPlan> compile(const Organisation& organisation,
                                                       const SoqlQuery& query, const QByteArray& servicePath,
                                                       Surface surface = Surface::Data);
    /// The rows of a query that groups them, as they are before grouping: neither ordered nor cut.
    [[nodiscard]] static SoqlResult<QueryPlan> compileRows(const Organisation& organisation,
                                                           const SoqlQuery& query);
    /// As a child of `parentObject`: FROM names a child relationship.
    [[nodiscard]] static SoqlResult<QueryPlan> compileChild(const Organisation& organisation,
                                                            int parentObject, const SoqlQuery& query,
                                                            const QByteArray& servicePath);

    [[nodiscard]] int object() const { return m_object; }
    [[nodiscard]] bool countsOnly() const { return m_countsOnly; } ///< COUNT()

    /// The matching rows in order, cut by LIMIT and OFFSET.
    [[nodiscard]] std::vector<RowNumber> run(Deleted deleted) const;
    [[nodiscard]] std::vector<RowNumber> runUnder(RowNumber parent, Deleted deleted) const;
    void print(QByteArray& out, RowNumber row, Deleted deleted, ChildPages* pages = nullptr) const
    {
        m_printer->print(out, row, deleted, pages);
    }
    [[nodiscard]] int childRows(RowNumber row) const { return m_printer->childRows(row); }

  private:
    struct Order {
        Column column;
        bool descending = false;
        bool nullsLast = false;
    };

    explicit QueryPlan(const Organisation& organisation)
        : m_organisation(&organisation)
    {
    }
    [[nodiscard]] static SoqlResult<QueryPlan> compileOn(const Organisation& organisation, int object,
                                                         const SoqlQuery& query,
                                                         const QByteArray& servicePath);
    [[nodiscard]] SoqlResult<void> compileItems(const SoqlQuery& query);
    [[nodiscard]] bool accepts(RowNumber row, Deleted deleted) const;
    [[nodiscard]] bool ordersByStamp() const;
    [[nodiscard]] std::vector<RowNumber> runByStamp(Deleted deleted) const;
    void sort(std::vector<RowNumber>& rows) const;
    void cut(std::vector<RowNumber>& rows) const;

    const Organisation* m_organisation;
    int m_object = -1;
    int m_parentSlot = -1;
    std::optional<RowFilter> m_filter;
    std::vector<Order> m_orders;
    int m_limit = -1;
    int m_offset = 0;
    bool m_countsOnly = false;
    std::shared_ptr<RecordPrinter> m_printer;
};

} // namespace tieout::sandbox::salesforce
