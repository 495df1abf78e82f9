#include "gui/widgets/windowmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <coroutine>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

namespace {

/// A question that the test answers when it likes.
template<class T>
struct Question {
    struct State {
        std::optional<T> answer;
        std::coroutine_handle<> waiting;
    };
    std::shared_ptr<State> state = std::make_shared<State>();

    bool await_ready() const { return state->answer.has_value(); }
    void await_suspend(std::coroutine_handle<> handle) const { state->waiting = handle; }
    T await_resume() const { return *state->answer; }

    bool isOpen() const { return state->waiting != nullptr; }
    void answer(T value) const
    {
        state->answer = std::move(value);
        if (state->waiting) std::exchange(state->waiting, nullptr).resume();
    }
};

using Rows = Result<QList<QString>>;
using Total = Result<qint64>;

template<class T>
Task<T> waitFor(Question<T> question)
{
    T value = co_await question;
    co_return value;
}

/// A list whose questions pile up until the test answers them.
class Source
{
  public:
    explicit Source(Answers& answers)
        : model(
              answers, {{u"Name"_s}},
              [](const QString& row, int, int role) {
                  return role == Qt::DisplayRole ? QVariant(row) : QVariant();
              },
              nullptr)
    {
        model.setSource(
            [this] {
                counts.append(Question<Total>());
                return waitFor(counts.last());
            },
            [this](qint64 offset, int) {
                offsets.append(offset);
                pages.append(Question<Rows>());
                return waitFor(pages.last());
            });
    }

    static QList<QString> rows(const QString& word, int count)
    {
        QList<QString> list;
        for (int i = 0; i < count; ++i)
            list += word + QString::number(i);
        return list;
    }

    QList<Question<Total>> counts;
    QList<Question<Rows>> pages;
    QList<qint64> offsets;
    RowWindow<QString> model;
};

} // namespace

class TestWindowModel final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void showsTheFirstPageWhenItIsThere()
    {
        Answers answers;
        Source source(answers);
        const QAbstractItemModelTester tester(&source.model);
        QSignalSpy refreshed(&source.model, &WindowModel::refreshed);
        source.model.refresh();
        QCOMPARE(source.model.rowCount(), 0);
        source.counts[0].answer(250);
        source.pages[0].answer(Source::rows(u"a"_s, 100));
        QCOMPARE(source.model.rowCount(), 250);
        QCOMPARE(source.model.index(7, 0).data().toString(), u"a7"_s);
        QCOMPARE(refreshed.count(), 1);
    }

    void dropsAnswersOfAnOlderQuestion()
    {
        Answers answers;
        Source source(answers);
        source.model.refresh();
        source.counts[0].answer(100);
        source.model.refresh(); // the page of the first question is still on its way
        source.counts[1].answer(2);
        source.pages[1].answer(Source::rows(u"new"_s, 2));
        source.pages[0].answer(Source::rows(u"old"_s, 100));
        QCOMPARE(source.model.rowCount(), 2);
        QCOMPARE(source.model.index(0, 0).data().toString(), u"new0"_s);
    }

    void dropsACountOfAnOlderQuestion()
    {
        Answers answers;
        Source source(answers);
        source.model.refresh();
        source.model.refresh();
        source.counts[0].answer(500);
        QVERIFY(source.pages.isEmpty());
        source.counts[1].answer(1);
        source.pages[0].answer(Source::rows(u"x"_s, 1));
        QCOMPARE(source.model.rowCount(), 1);
    }

    void keepsWhatIsShownUntilTheNewRowsAreThere()
    {
        Answers answers;
        Source source(answers);
        source.model.refresh();
        source.counts[0].answer(1);
        source.pages[0].answer({Source::rows(u"a"_s, 1)});
        source.model.refresh();
        QCOMPARE(source.model.index(0, 0).data().toString(), u"a0"_s);
        source.counts[1].answer(1);
        source.pages[1].answer({Source::rows(u"b"_s, 1)});
        QCOMPARE(source.model.index(0, 0).data().toString(), u"b0"_s);
    }

    void loadsAPageWhenItIsLookedAtAndOnlyOnce()
    {
        Answers answers;
        Source source(answers);
        source.model.refresh();
        source.counts[0].answer(1000);
        source.pages[0].answer(Source::rows(u"a"_s, 100));
        QCOMPARE(source.model.index(512, 0).data().toString(), u"…"_s);
        QCOMPARE(source.model.index(513, 0).data().toString(), u"…"_s);
        QCOMPARE(source.offsets, (QList<qint64>{0, 500}));
        source.pages[1].answer(Source::rows(u"f"_s, 100));
        QCOMPARE(source.model.index(512, 0).data().toString(), u"f12"_s);
    }

    void keepsABoundedNumberOfPages()
    {
        Answers answers;
        Source source(answers);
        source.model.refresh();
        constexpr int kPages = WindowModel::kKeptPages + 10;
        source.counts[0].answer(qint64(kPages) * WindowModel::kPageRows);
        source.pages[0].answer(Source::rows(u"p0-"_s, 100));
        for (int page = 1; page < kPages; ++page) {
            (void)source.model.index(page * WindowModel::kPageRows, 0).data();
            source.pages[page].answer(Source::rows(u"p"_s, 100));
        }
        int kept = 0;
        for (int page = 0; page < kPages; ++page)
            kept += source.model.row(page * WindowModel::kPageRows) ? 1 : 0;
        QCOMPARE(kept, WindowModel::kKeptPages);
        QVERIFY(!source.model.row(0));
    }

    void aListOfUnknownLengthGrowsAsItIsRead()
    {
        Answers answers;
        QList<Question<Rows>> pages;
        RowWindow<QString> model(
            answers, {{u"Name"_s}},
            [](const QString& row, int, int role) {
                return role == Qt::DisplayRole ? QVariant(row) : QVariant();
            },
            nullptr);
        const QAbstractItemModelTester tester(&model);
        model.setSource({}, [&pages](qint64, int) {
            pages.append(Question<Rows>());
            return waitFor(pages.last());
        });
        model.refresh();
        pages[0].answer(Source::rows(u"a"_s, 100));
        QCOMPARE(model.rowCount(), 100);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        pages[1].answer(Source::rows(u"b"_s, 40));
        QCOMPARE(model.rowCount(), 140);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.index(139, 0).data().toString(), u"b39"_s);
        for (const auto& page : pages) // the tester fetches more by itself
            if (page.isOpen()) page.answer(Rows());
    }

    void saysWhenItFailed()
    {
        Answers answers;
        Source source(answers);
        QString code;
        QObject::connect(&source.model, &WindowModel::failed, &source.model,
                         [&code](const Error& error) { code = error.code; });
        source.model.refresh();
        source.counts[0].answer(5);
        source.pages[0].answer(fail(ErrorKind::LocalFault, u"store.io"_s, u"read error"_s));
        QCOMPARE(code, u"store.io"_s);
        QCOMPARE(source.model.rowCount(), 0);
    }

    void anAnswerAfterThePageIsGoneDoesNothing()
    {
        Question<Rows> late;
        bool called = false;
        {
            Answers answers;
            answers.ask(waitFor(late), [&called](const Rows&) { called = true; });
            QVERIFY(!answers.isSettled());
        }
        late.answer(Source::rows(u"a"_s, 1));
        QVERIFY(!called);
    }

    void settlesWhenTheLastAnswerIsThere()
    {
        Answers answers;
        QSignalSpy settled(&answers, &Answers::settled);
        Question<Rows> first;
        Question<Rows> second;
        answers.ask(waitFor(first), [](const Rows&) {});
        answers.ask(waitFor(second), [](const Rows&) {});
        first.answer(Source::rows(u"a"_s, 1));
        QCOMPARE(settled.count(), 0);
        second.answer(Source::rows(u"a"_s, 1));
        QCOMPARE(settled.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestWindowModel)
#include "testwindowmodel.moc"
