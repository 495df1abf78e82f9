#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tieout::model {

/// One line of the form that makes a connection. Label, hint and options are English source texts.
struct FormField {
    enum class Kind : quint8 { Text, Number, Secret, Choice, Address, File, Folder };
    struct Option {
        QString value;
        QString label;
        bool operator==(const Option&) const = default;
    };
    QString name;
    QString label;
    Kind kind = Kind::Text;
    QString hint;
    QString fallback; ///< what an empty line means; shown in it
    QList<Option> options;
    bool optional = false;
    bool advanced = false; ///< folded away
    /// Shown only while the field `dependsOn` has one of these values.
    QString dependsOn;
    QStringList dependsValues;

    bool operator==(const FormField&) const = default;
};

/// One way to sign in to a system.
struct SignInWay {
    QString id;    ///< the connection's setting "auth"; empty where there is only one
    QString title; ///< "Personal access token"
    bool browser = false;
    QList<FormField> fields;

    bool operator==(const SignInWay&) const = default;
};

} // namespace tieout::model
