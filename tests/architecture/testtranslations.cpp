#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString context;
    QString source;
    QString comment;
    QString state; ///< empty when finished
    bool plural = false;
    QStringList translations; ///< one, or one a plural form

    [[nodiscard]] QString key() const { return context + u" | "_s + source + u" | "_s + comment; }
};

const QString kFolder = QStringLiteral(TIEOUT_SOURCE_DIR "/translations");

Message readMessage(QXmlStreamReader& in, const QString& context)
{
    Message message;
    message.context = context;
    message.plural = in.attributes().value("numerus"_L1) == "yes"_L1;
    while (in.readNextStartElement()) {
        if (in.name() == "source"_L1) {
            message.source = in.readElementText();
        } else if (in.name() == "comment"_L1) {
            message.comment = in.readElementText();
        } else if (in.name() == "translation"_L1) {
            message.state = in.attributes().value("type"_L1).toString();
            if (!message.plural) {
                message.translations += in.readElementText();
                continue;
            }
            while (in.readNextStartElement())
                message.translations += in.readElementText();
        } else {
            in.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> messagesOf(const QString& path)
{
    QList<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return messages;
    QXmlStreamReader in(&file);
    QString context;
    while (!in.atEnd()) {
        if (in.readNext() != QXmlStreamReader::StartElement) continue;
        if (in.name() == "name"_L1) context = in.readElementText();
        if (in.name() == "message"_L1) messages += readMessage(in, context);
    }
    return in.hasError() ? QList<Message>() : messages;
}

QStringList languages()
{
    return QDir(kFolder).entryList({u"tieout_*.ts"_s}, QDir::Files, QDir::Name);
}

/// What must be in a translation as it is in the source: places for facts, tags, formulas' words, line
/// breaks.
QStringList marksOf(const QString& text)
{
    static const QRegularExpression mark(
        u"%L?[1-9n]|<[^<>]+>|#(?:N/A|DIV/0!|VALUE!|REF!|NAME\\?|NUM!)|\\n|\\t"_s);
    QStringList marks;
    for (auto found = mark.globalMatch(text); found.hasNext();)
        marks += found.next().captured();
    marks.sort();
    return marks;
}

bool hasMnemonic(const QString& text)
{
    static const QRegularExpression letter(u"&[^\\s&]"_s);
    return letter.match(text).hasMatch();
}

} // namespace

/// The files of translations/: complete, and in step with the sources.
class TestTranslations final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void eachLanguageIsComplete_data() { addLanguages(); }
    void eachLanguageIsComplete()
    {
        QFETCH(QString, file);
        const QList<Message> messages = messagesOf(kFolder + u'/' + file);
        QVERIFY(messages.size() > 30);
        QStringList wrong;
        for (const Message& message : messages) {
            const bool full = message.translations.size() == (message.plural ? 2 : 1) &&
                              !message.translations.contains(QString());
            if (!full || !message.state.isEmpty()) wrong += message.key() + u' ' + message.state;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void marksAreKept_data() { addLanguages(); }
    void marksAreKept()
    {
        QFETCH(QString, file);
        QStringList wrong;
        for (const Message& message : messagesOf(kFolder + u'/' + file)) {
            for (qsizetype form = 0; form < message.translations.size(); ++form) {
                QStringList marks = marksOf(message.source);
                const bool one = message.plural && form == 0; // may say "one row" in words
                QStringList kept = marksOf(message.translations[form]);
                if (one) {
                    for (QStringList* list : {&marks, &kept})
                        list->removeIf([](const QString& mark) { return mark.endsWith(u'n'); });
                }
                if (marks != kept || hasMnemonic(message.source) != hasMnemonic(message.translations[form]))
                    wrong += message.key() + u" → "_s + message.translations[form];
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void theFilesHoldWhatTheSourcesSay()
    {
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        for (const QString& file : languages())
            QVERIFY(QFile::copy(kFolder + u'/' + file, folder.filePath(file)));
        QProcess update;
        update.setProcessChannelMode(QProcess::MergedChannels);
        update.start(QStringLiteral(TIEOUT_CMAKE),
                     {QStringLiteral("-DLUPDATE=" TIEOUT_LUPDATE),
                      QStringLiteral("-DSOURCE=" TIEOUT_SOURCE_DIR), u"-DWORK="_s + folder.path(),
                      u"-DINTO="_s + folder.path(), u"-P"_s,
                      QStringLiteral(TIEOUT_SOURCE_DIR "/cmake/UpdateTranslations.cmake")});
        QVERIFY(update.waitForFinished(120'000));
        QVERIFY2(update.exitStatus() == QProcess::NormalExit && update.exitCode() == 0,
                 update.readAll().constData());
        for (const QString& file : languages()) {
            QSet<QString> kept;
            QSet<QString> said;
            for (const Message& message : messagesOf(kFolder + u'/' + file))
                kept += message.key();
            for (const Message& message : messagesOf(folder.filePath(file)))
                said += message.key();
            QVERIFY(!said.isEmpty());
            const QStringList missing = (said - kept).values();
            const QStringList gone = (kept - said).values();
            QVERIFY2(missing.isEmpty() && gone.isEmpty(),
                     qPrintable(file + u": run ./dev translations. Missing:\n"_s + missing.join(u'\n') +
                                u"\nGone:\n"_s + gone.join(u'\n')));
        }
    }

  private:
    static void addLanguages()
    {
        QTest::addColumn<QString>("file");
        for (const QString& file : languages())
            QTest::newRow(qPrintable(file)) << file;
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "testtranslations.moc"
