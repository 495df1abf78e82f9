#pragma once

#include "gui/closedwon.h"
#include "gui/mapping/canvas/treepane.h"
#include "gui/mapping/canvas/wirepane.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

#include <cstdio>

namespace tieout::gui::canvaswindow {

using namespace Qt::StringLiterals;

constexpr int kPatienceMs = 20'000;

inline QPoint centreOf(const MappingCanvas& canvas, Side side, const QString& key)
{
    const TreePane* pane = canvas.pane(side);
    return pane->mapToGlobal(pane->rowBox(pane->scene().column(side).rowOf(key)).center());
}

inline void tell(const QString& line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

/// The program that is driven: a canvas on its own, which says where its fields are and which rules it has.
inline int showWindow(QApplication& application)
{
    registerIcons();
    const Theme theme(application);
    MappingCanvas canvas;
    closedwon::Desk desk(canvas);
    canvas.setGeometry(0, 0, 1040, 700);
    desk.open(closedwon::empty());
    QObject::connect(&desk.draft(), &mapping::MappingDraft::changed, &canvas, [&desk] {
        QStringList rules;
        for (const QString& target : desk.draft().targets())
            rules += target + desk.formula(target);
        tell(u"RULES "_s + rules.join(u' '));
    });
    canvas.show();
    QTimer::singleShot(500, &canvas, [&canvas] {
        for (const QString& key : {u"CloseDate"_s, u"Currency"_s, u"Products.Quantity"_s}) {
            const QPoint at = centreOf(canvas, Side::Source, key);
            tell(u"FIELD %1 %2 %3"_s.arg(key).arg(at.x()).arg(at.y()));
        }
        for (const QString& key :
             {u"Date"_s, u"CurrencyCode"_s, u"LineItems.Quantity"_s, u"BrandingTheme"_s}) {
            const QPoint at = centreOf(canvas, Side::Target, key);
            tell(u"FIELD %1 %2 %3"_s.arg(key).arg(at.x()).arg(at.y()));
        }
        // Where the wire of the date ends.
        const QPoint edge = canvas.wires()->mapToGlobal(QPoint(canvas.wires()->width() - 16, 0));
        tell(u"FIELD wire %1 %2"_s.arg(edge.x()).arg(centreOf(canvas, Side::Target, u"Date"_s).y()));
        tell(u"READY"_s);
    });
    return QApplication::exec();
}

/// Collects what a process says until `wanted` is there; false when it never comes.
inline bool readUntil(QProcess& process, QByteArray& told, const QByteArray& wanted)
{
    QElapsedTimer timer;
    timer.start();
    while (!told.contains(wanted) && timer.elapsed() < kPatienceMs) {
        process.waitForReadyRead(100);
        told += process.readAllStandardOutput();
    }
    return told.contains(wanted);
}

/// Ends a process that this test started.
inline void end(QProcess& process)
{
    if (process.state() == QProcess::NotRunning) return;
    process.terminate();
    if (!process.waitForFinished(5000)) process.kill();
    process.waitForFinished(5000);
}

/// A display of its own; its name, or nothing when it cannot be started.
inline QString startDisplay(QProcess& server)
{
    server.start(u"Xvfb"_s,
                 {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x800x24"_s, u"-nolisten"_s, u"tcp"_s});
    QByteArray number;
    if (!server.waitForStarted() || !readUntil(server, number, "\n")) return {};
    return u':' + QString::fromLatin1(number).trimmed();
}

} // namespace tieout::gui::canvaswindow
