// The canvas with 2,000 × 2,000 fields and 500 wires: opening it, a keystroke's new content, and frames while
// scrolling, selecting and dragging. Prints one JSON object. QT_QPA_PLATFORM=offscreen or under Xvfb.
#include "gui/mapping/canvas/mappingcanvas.h"
#include "gui/mapping/canvas/treepane.h"
#include "gui/mapping/canvas/wirepane.h"
#include "gui/widgets/theme.h"
#include "mapping/edit/mappingdraft.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

namespace {

constexpr int kFields = 2000;
constexpr int kWires = 500;
constexpr int kFrames = 600;

model::ObjectSchema schemaOf(const QString& name)
{
    model::ObjectSchema schema;
    schema.name = schema.label = name;
    for (int group = 0; group < kFields / 20; ++group) {
        model::Field record;
        record.name = u"Group%1"_s.arg(group);
        record.label = u"Group %1"_s.arg(group);
        record.type = model::FieldType::Record;
        for (int i = 0; i < 19; ++i) {
            model::Field field;
            field.name = u"Field%1"_s.arg(i);
            field.label = u"Field %1 of group %2"_s.arg(i).arg(group);
            field.type = i % 3 == 0 ? model::FieldType::Number : model::FieldType::Text;
            record.fields += field;
        }
        schema.fields += record;
    }
    return schema;
}

QString path(int index)
{
    return u"Group%1.Field%2"_s.arg(index / 19 % (kFields / 20)).arg(index % 19);
}

model::MappingDocument documentOf()
{
    model::MappingDocument document;
    for (int i = 0; i < kWires; ++i) {
        model::MappedField rule;
        rule.to = path(i * 3);
        const QString source = path(i * 3 + i * 7 % 40);
        rule.formula = i % 4 == 0 ? u"=ROUND([%1], 2)"_s.arg(source) : u"=[%1]"_s.arg(source);
        document.fields += rule;
    }
    return document;
}

struct Figures {
    double mean = 0;
    double worst = 0;
    double worstCpu = 0; ///< without the time that other programs took
};

double msOfCpu()
{
    return double(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

/// Whole frames, both trees and the wires, as the screen gets them.
template<class Step>
Figures measure(MappingCanvas& canvas, QImage& screen, Step step)
{
    Figures figures;
    for (int i = 0; i < kFrames; ++i) {
        QElapsedTimer timer;
        timer.start();
        const double cpu = msOfCpu();
        step(i);
        canvas.render(&screen);
        const double took = double(timer.nsecsElapsed()) / 1e6;
        figures.mean += took / kFrames;
        figures.worst = std::max(figures.worst, took);
        figures.worstCpu = std::max(figures.worstCpu, msOfCpu() - cpu);
    }
    return figures;
}

void print(const char* name, const Figures& figures)
{
    std::printf(",\"%s\":{\"mean\":%.2f,\"worst\":%.2f,\"worstCpu\":%.2f}", name, figures.mean, figures.worst,
                figures.worstCpu);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const Theme theme(application);
    const model::ObjectSchema source = schemaOf(u"Source"_s);
    const model::ObjectSchema target = schemaOf(u"Target"_s);
    const model::MappingDocument document = documentOf();
    const mapping::LookupTables tables;
    const formula::EmptyContext context;
    const auto contentOf = [&] {
        auto content = std::make_shared<CanvasContent>();
        content->source = mapping::sourceTree(source, document);
        content->target = mapping::targetTree(target, document);
        content->wiring = mapping::wiringOf(document, source, target, tables);
        content->values = mapping::liveValues(document, model::Record(), context);
        content->sourceTitle = source.label;
        content->targetTitle = target.label;
        return content;
    };

    QElapsedTimer timer;
    timer.start();
    MappingCanvas canvas;
    canvas.resize(1640, 900);
    const auto content = contentOf();
    const double made = double(timer.nsecsElapsed()) / 1e6;
    if (content->wiring.wires.size() != kWires) return 1; // it would measure something else
    canvas.setContent(content);
    canvas.show();
    QImage screen(canvas.size() * canvas.devicePixelRatioF(), QImage::Format_RGB32);
    screen.setDevicePixelRatio(canvas.devicePixelRatioF());
    canvas.render(&screen);
    const double opened = double(timer.nsecsElapsed()) / 1e6;

    timer.restart();
    for (int i = 0; i < 20; ++i)
        canvas.setContent(content);
    const double shown = double(timer.nsecsElapsed()) / 20e6;

    const Figures scrolling = measure(canvas, screen, [&](int i) {
        const int pixels = i < kFrames / 2 ? 37 : -37;
        canvas.pane(Side::Source)->scrollBy(pixels);
        canvas.pane(Side::Target)->scrollBy(i % 2 ? pixels : 2 * pixels);
    });
    const Figures paging = measure(canvas, screen, [&](int i) {
        canvas.pane(Side::Source)->scrollBy(i % 60 < 30 ? 850 : -850);
        canvas.pane(Side::Target)->scrollBy(i % 60 < 30 ? 850 : -850);
    });
    const Figures selecting = measure(canvas, screen, [&](int i) { canvas.setCurrentTarget(path(i * 3)); });
    canvas.setZoom(50);
    const Figures small = measure(canvas, screen, [&](int i) {
        canvas.pane(Side::Source)->scrollBy(i < kFrames / 2 ? 19 : -19);
        canvas.pane(Side::Target)->scrollBy(i < kFrames / 2 ? 19 : -19);
    });
    std::printf("{\"fields\":%d,\"wires\":%d,\"openMs\":%.1f,\"ofThatContentMs\":%.1f,\"newContentMs\":%.2f",
                kFields, kWires, opened, made, shown);
    print("scrollMs", scrolling);
    print("pageMs", paging);
    print("selectMs", selecting);
    print("halfSizeScrollMs", small);
    std::printf("}\n");
    return 0;
}
