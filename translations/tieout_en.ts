<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>MappingCanvas</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <comment>items of a list</comment>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields</source>
        <translation>
            <numerusform>%Ln field</numerusform>
            <numerusform>%Ln fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui</name>
    <message numerus="yes">
        <source>remove %Ln rules</source>
        <translation>
            <numerusform>remove one rule</numerusform>
            <numerusform>remove %Ln rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions</source>
        <translation>
            <numerusform>one suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste %Ln rules</source>
        <translation>
            <numerusform>paste one rule</numerusform>
            <numerusform>paste %Ln rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <comment>items of a list</comment>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used on %Ln lines</source>
        <translation>
            <numerusform>used on one line</numerusform>
            <numerusform>used on %Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln currencies</source>
        <translation>
            <numerusform>%Ln currency</numerusform>
            <numerusform>%Ln currencies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invoices</source>
        <translation>
            <numerusform>%Ln invoice</numerusform>
            <numerusform>%Ln invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deals</source>
        <translation>
            <numerusform>%Ln deal</numerusform>
            <numerusform>%Ln deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need you</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln needs you</numerusform>
            <numerusform>%Ln need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln held</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln held</numerusform>
            <numerusform>%Ln held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln hours</source>
        <comment>schedule</comment>
        <translation>
            <numerusform>Every hour</numerusform>
            <numerusform>Every %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln minutes</source>
        <comment>schedule</comment>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %Ln more)</source>
        <translation>
            <numerusform>%1 (and %Ln more)</numerusform>
            <numerusform>%1 (and %Ln more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more rows of this table are in the Excel file of this sheet.</source>
        <translation>
            <numerusform>One more row of this table is in the Excel file of this sheet.</numerusform>
            <numerusform>%Ln more rows of this table are in the Excel file of this sheet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::ActivityBar</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::AutoMapDialog</name>
    <message numerus="yes">
        <source>Take %Ln chosen</source>
        <translation>
            <numerusform>Take the chosen one</numerusform>
            <numerusform>Take %Ln chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take all %Ln</source>
        <translation>
            <numerusform>Take it</numerusform>
            <numerusform>Take all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::CanvasCommands</name>
    <message numerus="yes">
        <source>%Ln rules copied</source>
        <translation>
            <numerusform>%Ln rule copied</numerusform>
            <numerusform>%Ln rules copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::ConnectSteps</name>
    <message numerus="yes">
        <source>stay signed in until you disconnect (%Ln days without use)</source>
        <translation>
            <numerusform>stay signed in until you disconnect (%Ln day without use)</numerusform>
            <numerusform>stay signed in until you disconnect (%Ln days without use)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::ConnectionCard</name>
    <message numerus="yes">
        <source>Needs %Ln more permission(s)</source>
        <translation>
            <numerusform>Needs one more permission</numerusform>
            <numerusform>Needs %Ln more permissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::FileFindings</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::FlowEditor</name>
    <message numerus="yes">
        <source>%Ln records written</source>
        <translation>
            <numerusform>%Ln record written</numerusform>
            <numerusform>%Ln records written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::ImportDialog</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::LookupHistory</name>
    <message numerus="yes">
        <source>Made with %Ln rows</source>
        <translation>
            <numerusform>Made with one row</numerusform>
            <numerusform>Made with %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows added</source>
        <translation>
            <numerusform>%Ln row added</numerusform>
            <numerusform>%Ln rows added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows removed</source>
        <translation>
            <numerusform>%Ln row removed</numerusform>
            <numerusform>%Ln rows removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows changed</source>
        <translation>
            <numerusform>%Ln row changed</numerusform>
            <numerusform>%Ln rows changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::LookupsPage</name>
    <message numerus="yes">
        <source>Undo: %Ln rows removed</source>
        <translation>
            <numerusform>Undo: one row removed</numerusform>
            <numerusform>Undo: %Ln rows removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo: %Ln rows pasted</source>
        <translation>
            <numerusform>Undo: one row pasted</numerusform>
            <numerusform>Undo: %Ln rows pasted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo: %Ln rows taken from a file</source>
        <translation>
            <numerusform>Undo: one row taken from a file</numerusform>
            <numerusform>Undo: %Ln rows taken from a file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used by %Ln syncs</source>
        <translation>
            <numerusform>used by one sync</numerusform>
            <numerusform>used by %Ln syncs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records are held for a missing row: %1.</source>
        <translation>
            <numerusform>One record is held for a missing row: %1.</numerusform>
            <numerusform>%Ln records are held for a missing row: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were written.</source>
        <translation>
            <numerusform>One record was written.</numerusform>
            <numerusform>%Ln records were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved. %Ln records that were held for this table are planned again with the next run, or when you press Try them now.</source>
        <translation>
            <numerusform>Saved. One record that was held for this table is planned again with the next run, or when you press Try them now.</numerusform>
            <numerusform>Saved. %Ln records that were held for this table are planned again with the next run, or when you press Try them now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were pasted, with two columns only.</source>
        <translation>
            <numerusform>One row was pasted, with two columns only.</numerusform>
            <numerusform>%Ln rows were pasted, with two columns only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records still need you.</source>
        <translation>
            <numerusform>One record still needs you.</numerusform>
            <numerusform>%Ln records still need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows have no value: a record that matches one of them gets an empty field.</source>
        <translation>
            <numerusform>One row has no value: a record that matches it gets an empty field.</numerusform>
            <numerusform>%Ln rows have no value: a record that matches one of them gets an empty field.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records had no row here and are planned again with the next run.</source>
        <translation>
            <numerusform>One record had no row here and is planned again with the next run.</numerusform>
            <numerusform>%Ln records had no row here and are planned again with the next run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln records need you.</source>
        <translation>
            <numerusform>%Ln record needs you.</numerusform>
            <numerusform>%Ln records need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sign-in ends in %Ln days. Sign in again to keep syncs running.</source>
        <translation>
            <numerusform>The sign-in ends in %Ln day. Sign in again to keep syncs running.</numerusform>
            <numerusform>The sign-in ends in %Ln days. Sign in again to keep syncs running.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::MapEditor</name>
    <message numerus="yes">
        <source>%Ln rules are damaged and marked. Restore an earlier version: More, then Versions.</source>
        <translation>
            <numerusform>One rule is damaged and marked. Restore an earlier version: More, then Versions.</numerusform>
            <numerusform>%Ln rules are damaged and marked. Restore an earlier version: More, then Versions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::MappingTableModel</name>
    <message numerus="yes">
        <source>%1 (and %Ln more)</source>
        <extracomment>%1 is what is wrong with a rule; the others are in the tooltip</extracomment>
        <translation>
            <numerusform>%1 (and %Ln more)</numerusform>
            <numerusform>%1 (and %Ln more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::NavigationButton</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <extracomment>number of open problems, for screen readers</extracomment>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::OverviewPage</name>
    <message numerus="yes">
        <source>%1: sign-in ends in %Ln days</source>
        <translation>
            <numerusform>%1: sign-in ends in %Ln day</numerusform>
            <numerusform>%1: sign-in ends in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln held: %1</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln held: %1</numerusform>
            <numerusform>%Ln held: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln things need you</source>
        <translation>
            <numerusform>%Ln thing needs you</numerusform>
            <numerusform>%Ln things need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::ProblemDetails</name>
    <message numerus="yes">
        <source>Retry all %Ln with this cause</source>
        <translation>
            <numerusform>Retry</numerusform>
            <numerusform>Retry all %Ln with this cause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tries</source>
        <translation>
            <numerusform>%Ln try</numerusform>
            <numerusform>%Ln tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add row and plan %Ln again</source>
        <comment>records</comment>
        <translation>
            <numerusform>Add row and plan it again</numerusform>
            <numerusform>Add row and plan %Ln again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Solved: %Ln written.</source>
        <comment>records</comment>
        <translation>
            <numerusform>Solved: %Ln written.</numerusform>
            <numerusform>Solved: %Ln written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Row “%1” added. %Ln held records are planned again with the next run.</source>
        <translation>
            <numerusform>Row “%1” added. One held record is planned again with the next run.</numerusform>
            <numerusform>Row “%1” added. %Ln held records are planned again with the next run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::ProblemsPage</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) written</source>
        <translation>
            <numerusform>%Ln record written</numerusform>
            <numerusform>%Ln records written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still need(s) you</source>
        <translation>
            <numerusform>%Ln still needs you</numerusform>
            <numerusform>%Ln still need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::RecordDetails</name>
    <message numerus="yes">
        <source>%Ln fields</source>
        <translation>
            <numerusform>%Ln field</numerusform>
            <numerusform>%Ln fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::RecordsView</name>
    <message numerus="yes">
        <source>the first %Ln</source>
        <translation>
            <numerusform>the first one</numerusform>
            <numerusform>the first %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::RunView</name>
    <message numerus="yes">
        <source>%Ln skipped by a rule</source>
        <translation>
            <numerusform>%Ln skipped by a rule</numerusform>
            <numerusform>%Ln skipped by a rule</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more remarks</source>
        <translation>
            <numerusform>and one more remark</numerusform>
            <numerusform>and %Ln more remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::RunsPage</name>
    <message numerus="yes">
        <source>%Ln calls to read</source>
        <translation>
            <numerusform>%Ln call to read</numerusform>
            <numerusform>%Ln calls to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls to write</source>
        <translation>
            <numerusform>%Ln call to write</numerusform>
            <numerusform>%Ln calls to write</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::WhatIfPanel</name>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records are not in the source any more.</source>
        <translation>
            <numerusform>One record is not in the source any more.</numerusform>
            <numerusform>%Ln records are not in the source any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields</source>
        <translation>
            <numerusform>%Ln field</numerusform>
            <numerusform>%Ln fields</numerusform>
        </translation>
    </message>
</context>
</TS>
