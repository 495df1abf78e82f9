<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>MappingCanvas</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <comment>items of a list</comment>
        <translation>
            <numerusform>%Ln Position</numerusform>
            <numerusform>%Ln Positionen</numerusform>
        </translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>wählen…</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>filled by itself</source>
        <translation>automatisch gefüllt</translation>
    </message>
    <message>
        <source>not mapped</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>, incomplete</source>
        <translation>, unvollständig</translation>
    </message>
    <message>
        <source>lookup</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>verknüpft</translation>
    </message>
    <message>
        <source>IF empty</source>
        <translation>IF leer</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>verkettet</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>each line →</source>
        <translation>je Position →</translation>
    </message>
    <message>
        <source>rows → lines</source>
        <translation>Zeilen → Positionen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields</source>
        <translation>
            <numerusform>%Ln Feld</numerusform>
            <numerusform>%Ln Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Fills %1</source>
        <translation>Füllt %1</translation>
    </message>
    <message>
        <source>Mapped from %1</source>
        <translation>Zugeordnet aus %1</translation>
    </message>
    <message>
        <source>Not mapped</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>Mapped: %1</source>
        <translation>Zugeordnet: %1</translation>
    </message>
    <message>
        <source>The other system does not have this field any more.</source>
        <translation>Das andere System hat dieses Feld nicht mehr.</translation>
    </message>
    <message>
        <source>Name in the system: %1</source>
        <translation>Name im System: %1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflichtfeld</translation>
    </message>
    <message>
        <source>filled by the system itself</source>
        <translation>wird vom System selbst gefüllt</translation>
    </message>
    <message>
        <source>Click where “%1” should go · Esc to leave it</source>
        <translation>Klicken Sie auf das Ziel für „%1“ · Esc bricht ab</translation>
    </message>
    <message>
        <source>Click the field that fills “%1” · Esc to leave it</source>
        <translation>Klicken Sie auf das Feld, das „%1“ füllt · Esc bricht ab</translation>
    </message>
    <message>
        <source>“%1” still needs: %2</source>
        <translation>„%1“ braucht noch: %2</translation>
    </message>
    <message>
        <source>Click the field that takes the place of “%1” · Esc to leave it</source>
        <translation>Klicken Sie auf das Feld, das „%1“ ersetzt · Esc bricht ab</translation>
    </message>
    <message>
        <source>“%1” takes one value, not a list</source>
        <translation>„%1“ nimmt einen einzelnen Wert auf, keine Liste</translation>
    </message>
    <message>
        <source>Drop it on a field inside “%1”</source>
        <translation>Ziehen Sie es auf ein Feld in „%1“</translation>
    </message>
    <message>
        <source>“%1” takes one field, not a group</source>
        <translation>„%1“ nimmt ein einzelnes Feld auf, keine Gruppe</translation>
    </message>
    <message>
        <source>“%1” comes from there already</source>
        <translation>„%1“ kommt bereits von dort</translation>
    </message>
    <message>
        <source>This mapping can only be looked at</source>
        <translation>Diese Zuordnung lässt sich nur ansehen</translation>
    </message>
    <message>
        <source>Drop it on a field</source>
        <translation>Ziehen Sie es auf ein Feld</translation>
    </message>
    <message>
        <source>“%1” is no longer there</source>
        <translation>„%1“ ist nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>“%1” is filled by the system itself</source>
        <translation>„%1“ wird vom System selbst gefüllt</translation>
    </message>
    <message>
        <source>Choose a field</source>
        <translation>Wählen Sie ein Feld</translation>
    </message>
    <message>
        <source>“%1” is one field, not a group</source>
        <translation>„%1“ ist ein einzelnes Feld, keine Gruppe</translation>
    </message>
    <message>
        <source>“%1” is a group, not one field</source>
        <translation>„%1“ ist eine Gruppe, kein einzelnes Feld</translation>
    </message>
    <message>
        <source>“%1” has a rule already: remove it first</source>
        <translation>„%1“ hat bereits eine Regel: Entfernen Sie diese zuerst</translation>
    </message>
    <message>
        <source>Map to…</source>
        <translation>Zuordnen zu…</translation>
    </message>
    <message>
        <source>Map from…</source>
        <translation>Zuordnen aus…</translation>
    </message>
    <message>
        <source>Edit formula</source>
        <translation>Formel bearbeiten</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>Starts a wire here, or ends the one that was started</source>
        <translation>Beginnt hier eine Linie oder beendet die begonnene</translation>
    </message>
    <message>
        <source>Goes to the formula bar</source>
        <translation>Geht zur Formelzeile</translation>
    </message>
    <message>
        <source>Takes the rule away; it can be undone</source>
        <translation>Entfernt die Regel; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Rows of the same %1 become one document</source>
        <translation>Zeilen mit gleichem Wert in %1 werden ein Beleg</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>has a note: %1</source>
        <translation>hat eine Notiz: %1</translation>
    </message>
    <message>
        <source>“%1” takes a list; drop a single field on one inside it</source>
        <translation>„%1“ nimmt eine Liste; ziehen Sie ein einzelnes Feld auf eines darin</translation>
    </message>
    <message>
        <source>Fills “%1” with “%2”</source>
        <translation>Füllt „%1“ aus „%2“</translation>
    </message>
    <message>
        <source>Adds “%2” to what fills “%1”</source>
        <translation>Zählt „%2“ zu dem hinzu, was „%1“ füllt</translation>
    </message>
    <message>
        <source>Joins “%2” to what fills “%1”</source>
        <translation>Hängt „%2“ an das an, was „%1“ füllt</translation>
    </message>
    <message>
        <source>“%1” is filled already: you can replace or combine</source>
        <translation>„%1“ wird bereits gefüllt: Sie können ersetzen oder kombinieren</translation>
    </message>
    <message>
        <source>Makes one line of “%1” for each of “%2”</source>
        <translation>Macht je eine Zeile in „%1“ aus „%2“</translation>
    </message>
    <message>
        <source>“%1” has its lines already: you can replace them or add these</source>
        <translation>„%1“ hat bereits Zeilen: Sie können sie ersetzen oder diese anfügen</translation>
    </message>
    <message>
        <source>Pairs the fields of “%1” and “%2” that go together</source>
        <translation>Paart die Felder von „%1“ und „%2“, die zueinander gehören</translation>
    </message>
    <message>
        <source>Takes “%1” in its place</source>
        <translation>Nimmt stattdessen „%1“</translation>
    </message>
    <message>
        <source>Moves the rule to “%1”</source>
        <translation>Verschiebt die Regel nach „%1“</translation>
    </message>
    <message>
        <source>No field with “%1” is shown</source>
        <translation>Kein Feld mit „%1“ wird gezeigt</translation>
    </message>
    <message>
        <source>Every field is used</source>
        <translation>Jedes Feld wird verwendet</translation>
    </message>
    <message>
        <source>Every field is filled</source>
        <translation>Jedes Feld wird gefüllt</translation>
    </message>
    <message>
        <source>No field is required</source>
        <translation>Kein Feld ist Pflicht</translation>
    </message>
    <message>
        <source>No problems here</source>
        <translation>Hier gibt es keine Probleme</translation>
    </message>
</context>
<context>
    <name>RulesEditor</name>
    <message>
        <source>New documents are</source>
        <translation>Status neuer Belege</translation>
    </message>
    <message>
        <source>Status of new documents</source>
        <translation>Status neuer Belege</translation>
    </message>
    <message>
        <source>Stop and ask above</source>
        <translation>Obergrenze mit Rückfrage</translation>
    </message>
    <message>
        <source>Most records that one run may write</source>
        <translation>Höchstzahl der Datensätze, die ein Lauf schreiben darf</translation>
    </message>
    <message>
        <source>no limit of records</source>
        <translation>keine Grenze (Datensätze)</translation>
    </message>
    <message>
        <source> records a run</source>
        <translation> Datensätze je Lauf</translation>
    </message>
    <message>
        <source>and above</source>
        <translation>sowie</translation>
    </message>
    <message>
        <source>Most money that one run may write, in each currency</source>
        <translation>Höchstbetrag, den ein Lauf schreiben darf, je Währung</translation>
    </message>
    <message>
        <source>no limit of money (in each currency)</source>
        <translation>keine Grenze (Betrag je Währung)</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>When a record was changed on both sides</source>
        <translation>Wenn ein Datensatz auf beiden Seiten geändert wurde</translation>
    </message>
    <message>
        <source>Date in a closed period</source>
        <translation>Datum in gesperrter Periode</translation>
    </message>
    <message>
        <source>When a date is in a closed period</source>
        <translation>Wenn ein Datum in einer gesperrten Periode liegt</translation>
    </message>
</context>
<context>
    <name>ScheduleEditor</name>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>How often this sync runs</source>
        <translation>Wie oft dieser Abgleich läuft</translation>
    </message>
    <message>
        <source>Only when I press Sync now</source>
        <translation>Nur mit „Jetzt abgleichen“</translation>
    </message>
    <message>
        <source>Every so many minutes</source>
        <translation>Im Abstand von Minuten</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>On days of the week</source>
        <translation>An bestimmten Wochentagen</translation>
    </message>
    <message>
        <source>Once a month</source>
        <translation>Einmal im Monat</translation>
    </message>
    <message>
        <source>At month end</source>
        <translation>Am Monatsende</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Minutes between two runs</source>
        <translation>Minuten zwischen zwei Läufen</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> Minuten</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>On day</source>
        <translation>Am Tag</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>Tag des Monats</translation>
    </message>
    <message>
        <source>A shorter month uses its last day</source>
        <translation>In kürzeren Monaten gilt der letzte Tag</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Time of</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>Time zone of the organisation</source>
        <translation>Zeitzone der Organisation</translation>
    </message>
    <message>
        <source>Pause this schedule</source>
        <translation>Diesen Zeitplan pausieren</translation>
    </message>
</context>
<context>
    <name>tieout::connectors</name>
    <message>
        <source>Find out</source>
        <translation>Herausfinden</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datumsangaben</translation>
    </message>
    <message>
        <source>Needed when 03/04/2026 could be March or April.</source>
        <translation>Nötig, wenn 03/04/2026 März oder April sein könnte.</translation>
    </message>
    <message>
        <source>Day first (31/12/2026)</source>
        <translation>Tag zuerst (31/12/2026)</translation>
    </message>
    <message>
        <source>Month first (12/31/2026)</source>
        <translation>Monat zuerst (12/31/2026)</translation>
    </message>
    <message>
        <source>Year first (2026-12-31)</source>
        <translation>Jahr zuerst (2026-12-31)</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Dezimalstellen</translation>
    </message>
    <message>
        <source>Needed when 1.234 could be a thousand or a fraction.</source>
        <translation>Nötig, wenn 1.234 tausend oder ein Bruch sein könnte.</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Of text files.</source>
        <translation>Bei Textdateien.</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>Windows (Western)</source>
        <translation>Windows (westlich)</translation>
    </message>
    <message>
        <source>Latin-1</source>
        <translation>Latin-1</translation>
    </message>
    <message>
        <source>UTF-16 LE</source>
        <translation>UTF-16 LE</translation>
    </message>
    <message>
        <source>UTF-16 BE</source>
        <translation>UTF-16 BE</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Of text files: a character, or comma, semicolon, tab, pipe.</source>
        <translation>Bei Textdateien: ein Zeichen, oder comma, semicolon, tab, pipe.</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Around text that holds the separator.</source>
        <translation>Um Text, der das Trennzeichen enthält.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Row with the headings</source>
        <translation>Zeile mit den Überschriften</translation>
    </message>
    <message>
        <source>Its number, or none. Empty: found out.</source>
        <translation>Ihre Nummer oder none. Leer: wird herausgefunden.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Of a spreadsheet. Empty: the first visible one.</source>
        <translation>Bei Tabellendateien. Leer: das erste sichtbare.</translation>
    </message>
    <message>
        <source>Kinds of columns</source>
        <translation>Arten der Spalten</translation>
    </message>
    <message>
        <source>Only those to correct: Account=text, Paid=date.</source>
        <translation>Nur die zu berichtigenden: Account=text, Paid=date.</translation>
    </message>
    <message>
        <source>What to connect</source>
        <translation>Was verbunden wird</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>A folder that is watched</source>
        <translation>Ein überwachter Ordner</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>CSV, TSV or XLSX.</source>
        <translation>CSV, TSV oder XLSX.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>New files are read; finished ones are moved to its folder “done”.</source>
        <translation>Neue Dateien werden gelesen, fertige in seinen Ordner „done“ verschoben.</translation>
    </message>
    <message>
        <source>Which files</source>
        <translation>Welche Dateien</translation>
    </message>
    <message>
        <source>Columns that name a row</source>
        <translation>Spalten, die eine Zeile bezeichnen</translation>
    </message>
    <message>
        <source>For example the invoice number. Empty: a row is known by its place in the file.</source>
        <translation>Zum Beispiel die Rechnungsnummer. Leer: Eine Zeile wird an ihrer Stelle in der Datei erkannt.</translation>
    </message>
    <message>
        <source>Finished files</source>
        <translation>Fertige Dateien</translation>
    </message>
    <message>
        <source>Move to “done”</source>
        <translation>Nach „done“ verschieben</translation>
    </message>
    <message>
        <source>Leave where they are</source>
        <translation>An ihrem Ort lassen</translation>
    </message>
    <message>
        <source>Columns of a new file</source>
        <translation>Spalten einer neuen Datei</translation>
    </message>
    <message>
        <source>For a file that is written first by Tieout: Number=text, Date=date, Total=money.</source>
        <translation>Für eine Datei, die Tieout als Erstes schreibt: Number=text, Date=date, Total=money.</translation>
    </message>
    <message>
        <source>Written CSV opens right in Excel</source>
        <translation>Geschriebene CSV-Dateien öffnen sich in Excel richtig</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Kind of database</source>
        <translation>Art der Datenbank</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>MySQL or MariaDB</source>
        <translation>MySQL oder MariaDB</translation>
    </message>
    <message>
        <source>SQLite file</source>
        <translation>SQLite-Datei</translation>
    </message>
    <message>
        <source>SQL Server or another, by ODBC</source>
        <translation>SQL Server oder eine andere, über ODBC</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Name or address of the computer that holds the database.</source>
        <translation>Name oder Adresse des Computers, auf dem die Datenbank liegt.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Hafen</translation>
    </message>
    <message>
        <source>Empty: the usual one.</source>
        <translation>Leer: der übliche.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Name des Benutzers</translation>
    </message>
    <message>
        <source>Best a user made for this purpose, with no more rights than needed.</source>
        <translation>Am besten ein eigens angelegter Benutzer, mit nicht mehr Rechten als nötig.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Kept in this computer&apos;s keychain.</source>
        <translation>Wird im Schlüsselbund dieses Computers aufbewahrt.</translation>
    </message>
    <message>
        <source>Data source (DSN)</source>
        <translation>Datenquelle (DSN)</translation>
    </message>
    <message>
        <source>As it is named in this computer&apos;s ODBC settings.</source>
        <translation>So, wie sie in den ODBC-Einstellungen dieses Computers heißt.</translation>
    </message>
    <message>
        <source>ODBC driver</source>
        <translation>ODBC-Treiber</translation>
    </message>
    <message>
        <source>For example “ODBC Driver 18 for SQL Server”; used with computer and database.</source>
        <translation>Zum Beispiel „ODBC Driver 18 for SQL Server“; wird mit Computer und Datenbank verwendet.</translation>
    </message>
    <message>
        <source>Further ODBC settings</source>
        <translation>Weitere ODBC-Einstellungen</translation>
    </message>
    <message>
        <source>Such as Encrypt=yes;TrustServerCertificate=no. Never a password.</source>
        <translation>Etwa Encrypt=yes;TrustServerCertificate=no. Niemals ein Passwort.</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>Lesen und schreiben</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Encrypted to other computers</source>
        <translation>Verschlüsselt zu anderen Computern</translation>
    </message>
    <message>
        <source>Always encrypted</source>
        <translation>Immer verschlüsselt</translation>
    </message>
    <message>
        <source>Encrypted, and the computer&apos;s certificate is checked</source>
        <translation>Verschlüsselt, und das Zertifikat des Computers wird geprüft</translation>
    </message>
    <message>
        <source>Never encrypted</source>
        <translation>Nie verschlüsselt</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>File with the certificate of who signed the database computer&apos;s certificate.</source>
        <translation>Datei mit dem Zertifikat der Stelle, die das Zertifikat des Datenbankcomputers unterschrieben hat.</translation>
    </message>
    <message>
        <source>Time zone of times without a zone</source>
        <translation>Zeitzone für Zeiten ohne Zone</translation>
    </message>
    <message>
        <source>For example Australia/Sydney. Empty: such times are kept as text.</source>
        <translation>Zum Beispiel Europe/Berlin. Leer: Solche Zeiten bleiben Text.</translation>
    </message>
    <message>
        <source>Read again before the last change</source>
        <translation>Noch einmal lesen vor der letzten Änderung</translation>
    </message>
    <message>
        <source>Seconds (or steps, for a counter): changes that were saved late are found this way.</source>
        <translation>Sekunden (bei einem Zähler: Schritte): So werden spät gespeicherte Änderungen gefunden.</translation>
    </message>
    <message>
        <source>Longest wait for a connection, in seconds</source>
        <translation>Längstes Warten auf eine Verbindung, in Sekunden</translation>
    </message>
    <message>
        <source>Longest wait for an answer, in seconds</source>
        <translation>Längstes Warten auf eine Antwort, in Sekunden</translation>
    </message>
    <message>
        <source>Longest wait for a locked table, in seconds</source>
        <translation>Längstes Warten auf eine gesperrte Tabelle, in Sekunden</translation>
    </message>
    <message>
        <source>Rows read at a time</source>
        <translation>Zeilen, die auf einmal gelesen werden</translation>
    </message>
    <message>
        <source>Rows written at a time</source>
        <translation>Zeilen, die auf einmal geschrieben werden</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>API username</source>
        <translation>API-Benutzername</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API-Version</translation>
    </message>
    <message>
        <source>Account id</source>
        <translation>Kennung des Kontos</translation>
    </message>
    <message>
        <source>Accounts → contacts</source>
        <translation>Accounts → Kontakte</translation>
    </message>
    <message>
        <source>Address of the signed-in user</source>
        <translation>Adresse des angemeldeten Benutzers</translation>
    </message>
    <message>
        <source>Address of your Salesforce</source>
        <translation>Adresse Ihres Salesforce</translation>
    </message>
    <message>
        <source>Application key</source>
        <translation>Anwendungsschlüssel</translation>
    </message>
    <message>
        <source>Billing country</source>
        <translation>Rechnungsland</translation>
    </message>
    <message>
        <source>Cin7 Core → Integrations → Cin7 Core API</source>
        <translation>Cin7 Core → Integrations → Cin7 Core API</translation>
    </message>
    <message>
        <source>Cin7 Omni → Settings → Integrations &amp; API → API v1</source>
        <translation>Cin7 Omni → Settings → Integrations &amp; API → API v1</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Closed-won deals → invoices</source>
        <translation>Gewonnene Deals → Rechnungen</translation>
    </message>
    <message>
        <source>Connection key</source>
        <translation>Verbindungsschlüssel</translation>
    </message>
    <message>
        <source>Consumer key</source>
        <translation>Consumer Key</translation>
    </message>
    <message>
        <source>First day of the report objects, 2026-01-31</source>
        <translation>Erster Tag der Berichte, 2026-01-31</translation>
    </message>
    <message>
        <source>GraphQL address</source>
        <translation>GraphQL-Adresse</translation>
    </message>
    <message>
        <source>Identity address</source>
        <translation>Adresse des Identitätsdienstes</translation>
    </message>
    <message>
        <source>Last day of the report objects, at most a year later</source>
        <translation>Letzter Tag der Berichte, höchstens ein Jahr später</translation>
    </message>
    <message>
        <source>Made at id.getharvest.com under Developers</source>
        <translation>Wird unter id.getharvest.com bei „Developers“ erstellt</translation>
    </message>
    <message>
        <source>Of the external client app in your Salesforce</source>
        <translation>Der „External Client App“ in Ihrem Salesforce</translation>
    </message>
    <message>
        <source>Of your app of the kind &quot;Auth code with PKCE&quot; at developer.xero.com</source>
        <translation>Ihrer App der Art „Auth code with PKCE“ bei developer.xero.com</translation>
    </message>
    <message>
        <source>Only for signing in through the browser</source>
        <translation>Nur für die Anmeldung im Browser</translation>
    </message>
    <message>
        <source>Only for signing in through the browser: of your app at id.getharvest.com/developers</source>
        <translation>Nur für die Anmeldung im Browser: Ihrer App bei id.getharvest.com/developers</translation>
    </message>
    <message>
        <source>Or your own: https://yourcompany.my.salesforce.com</source>
        <translation>Oder Ihre eigene: https://yourcompany.my.salesforce.com</translation>
    </message>
    <message>
        <source>Personal access token</source>
        <translation>Persönlicher Zugangsschlüssel</translation>
    </message>
    <message>
        <source>Project ids</source>
        <translation>Kennungen der Projekte</translation>
    </message>
    <message>
        <source>Reports from</source>
        <translation>Berichte von</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>Berichte bis</translation>
    </message>
    <message>
        <source>Rules that block are obeyed either way</source>
        <translation>Regeln, die sperren, gelten in jedem Fall</translation>
    </message>
    <message>
        <source>Save records that a duplicate rule warns about</source>
        <translation>Datensätze speichern, vor denen eine Duplikatsregel warnt</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Adresse des Dienstes</translation>
    </message>
    <message>
        <source>Sign in through the browser</source>
        <translation>Im Browser anmelden</translation>
    </message>
    <message>
        <source>Sign-in address</source>
        <translation>Adresse für die Anmeldung</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>Steuersatz</translation>
    </message>
    <message>
        <source>The customer of each invoice is found in the contacts, or added with address, e-mail and telephone.</source>
        <translation>Der Kunde jeder Rechnung wird in den Kontakten gefunden oder mit Adresse, E-Mail und Telefon hinzugefügt.</translation>
    </message>
    <message>
        <source>The deal is not won</source>
        <translation>Der Deal ist nicht gewonnen</translation>
    </message>
    <message>
        <source>Told by the sign-in</source>
        <translation>Ergibt sich aus der Anmeldung</translation>
    </message>
    <message>
        <source>Your Harvest address</source>
        <translation>Ihre Harvest-Adresse</translation>
    </message>
    <message>
        <source>acme.harvestapp.com: opens records in the browser</source>
        <translation>acme.harvestapp.com: öffnet Datensätze im Browser</translation>
    </message>
    <message>
        <source>add and change the records that your syncs write</source>
        <translation>die Datensätze anlegen und ändern, die Ihre Abgleiche schreiben</translation>
    </message>
    <message>
        <source>everything the application may see and change</source>
        <translation>alles, was die Anwendung sehen und ändern darf</translation>
    </message>
    <message>
        <source>everything the person behind the token may see and change</source>
        <translation>alles, was die Person hinter dem Schlüssel sehen und ändern darf</translation>
    </message>
    <message>
        <source>everything the person who signs in may see and change</source>
        <translation>alles, was die Person, die sich anmeldet, sehen und ändern darf</translation>
    </message>
    <message>
        <source>https://api.eu1.tray.io or https://api.ap1.tray.io in the other regions</source>
        <translation>https://api.eu1.tray.io oder https://api.ap1.tray.io in den anderen Regionen</translation>
    </message>
    <message>
        <source>https://eu1.tray.io or https://ap1.tray.io in the other regions</source>
        <translation>https://eu1.tray.io oder https://ap1.tray.io in den anderen Regionen</translation>
    </message>
    <message>
        <source>read accounts, contacts, deals, quotes, products and activities</source>
        <translation>Accounts, Kontakte, Deals, Angebote, Produkte und Aktivitäten lesen</translation>
    </message>
    <message>
        <source>read accounts, tax rates, items, tracking, lock dates and other settings</source>
        <translation>Konten, Steuersätze, Artikel, Tracking, Sperrdaten und andere Einstellungen lesen</translation>
    </message>
    <message>
        <source>read and add attached files</source>
        <translation>angehängte Dateien lesen und hinzufügen</translation>
    </message>
    <message>
        <source>read attached files</source>
        <translation>angehängte Dateien lesen</translation>
    </message>
    <message>
        <source>read bank transactions and bank transfers</source>
        <translation>Bankbewegungen und Umbuchungen lesen</translation>
    </message>
    <message>
        <source>read budgets</source>
        <translation>Budgets lesen</translation>
    </message>
    <message>
        <source>read connectors, triggers, projects, solutions and their runs</source>
        <translation>Connectors, Trigger, Projekte, Solutions und ihre Läufe lesen</translation>
    </message>
    <message>
        <source>read contacts and contact groups</source>
        <translation>Kontakte und Kontaktgruppen lesen</translation>
    </message>
    <message>
        <source>read employees of the payroll</source>
        <translation>Mitarbeiter der Lohnabrechnung lesen</translation>
    </message>
    <message>
        <source>read invoices, bills, quotes, credit notes and purchase orders</source>
        <translation>Rechnungen, Eingangsrechnungen, Angebote, Gutschriften und Bestellungen lesen</translation>
    </message>
    <message>
        <source>read manual journals</source>
        <translation>manuelle Buchungen lesen</translation>
    </message>
    <message>
        <source>read payments, prepayments and overpayments</source>
        <translation>Zahlungen, Vorauszahlungen und Überzahlungen lesen</translation>
    </message>
    <message>
        <source>read the journals of the general ledger</source>
        <translation>die Journale des Hauptbuchs lesen</translation>
    </message>
    <message>
        <source>read, add and change accounts, tax rates, items, tracking and other settings</source>
        <translation>Konten, Steuersätze, Artikel, Tracking und andere Einstellungen lesen, anlegen und ändern</translation>
    </message>
    <message>
        <source>read, add and change bank transactions and bank transfers</source>
        <translation>Bankbewegungen und Umbuchungen lesen, anlegen und ändern</translation>
    </message>
    <message>
        <source>read, add and change contacts and contact groups</source>
        <translation>Kontakte und Kontaktgruppen lesen, anlegen und ändern</translation>
    </message>
    <message>
        <source>read, add and change employees of the payroll</source>
        <translation>Mitarbeiter der Lohnabrechnung lesen, anlegen und ändern</translation>
    </message>
    <message>
        <source>read, add and change invoices, bills, quotes, credit notes and purchase orders</source>
        <translation>Rechnungen, Eingangsrechnungen, Angebote, Gutschriften und Bestellungen lesen, anlegen und ändern</translation>
    </message>
    <message>
        <source>read, add and change manual journals</source>
        <translation>manuelle Buchungen lesen, anlegen und ändern</translation>
    </message>
    <message>
        <source>read, add and change payments, prepayments and overpayments</source>
        <translation>Zahlungen, Vorauszahlungen und Überzahlungen lesen, anlegen und ändern</translation>
    </message>
    <message>
        <source>read, and where you allow it add and change, what your syncs need</source>
        <translation>lesen, was Ihre Abgleiche brauchen, und wo Sie es erlauben, anlegen und ändern</translation>
    </message>
    <message>
        <source>what the switches of the API connection allow</source>
        <translation>was die Schalter der API-Verbindung erlauben</translation>
    </message>
    <message>
        <source>Of an application made for Tieout alone</source>
        <translation>Einer Anwendung, die nur für Tieout angelegt ist</translation>
    </message>
    <message>
        <source>Of a connection made for Tieout alone; switch on what it may create and change</source>
        <translation>Einer Verbindung, die nur für Tieout angelegt ist; schalten Sie ein, was sie anlegen und ändern darf</translation>
    </message>
    <message>
        <source>Made by an administrator in the settings of Tray; it works in its own region only</source>
        <translation>Erstellt ein Administrator in den Einstellungen von Tray; gilt nur in seiner Region</translation>
    </message>
    <message>
        <source>Master token</source>
        <translation>Hauptschlüssel</translation>
    </message>
    <message>
        <source>Divided by commas; Tray has no list of projects to choose from</source>
        <translation>Durch Kommas getrennt; Tray hat keine Liste von Projekten zur Auswahl</translation>
    </message>
    <message>
        <source>Every deal that is won becomes a draft invoice for its customer, once, with its lines, currency, tax and due date.</source>
        <translation>Jeder gewonnene Deal wird genau einmal ein Rechnungsentwurf für seinen Kunden, mit Positionen, Währung, Steuer und Fälligkeitsdatum.</translation>
    </message>
    <message>
        <source>read and write tables</source>
        <translation>Tabellen lesen und schreiben</translation>
    </message>
    <message>
        <source>CSV and Excel files</source>
        <translation>CSV- und Excel-Dateien</translation>
    </message>
    <message>
        <source>read and write files in one folder</source>
        <translation>Dateien lesen und schreiben</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Payment term</source>
        <translation>Zahlungsbedingung</translation>
    </message>
    <message>
        <source>Tax rule</source>
        <translation>Steuerregel</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Spediteur</translation>
    </message>
    <message>
        <source>Account receivable</source>
        <translation>Debitorenkonto</translation>
    </message>
    <message>
        <source>Revenue account</source>
        <translation>Erlöskonto</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>Kreditlimit</translation>
    </message>
    <message>
        <source>Is on credit hold</source>
        <translation>Ist gesperrt wegen Kreditlimit</translation>
    </message>
    <message>
        <source>Price tier</source>
        <translation>Preisstufe</translation>
    </message>
    <message>
        <source>Sales representative</source>
        <translation>Vertriebsmitarbeiter</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lagerort</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Line1</source>
        <translation>Zeile 1</translation>
    </message>
    <message>
        <source>Line2</source>
        <translation>Zeile 2</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Bundesland</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Default for type</source>
        <translation>Vorgabe für die Art</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Stellenbezeichnung</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>Mobiltelefon</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Include in email</source>
        <translation>In E-Mail aufnehmen</translation>
    </message>
    <message>
        <source>Attribute set</source>
        <translation>Merkmalsgruppe</translation>
    </message>
    <message>
        <source>Additional attribute1</source>
        <translation>Zusatzmerkmal 1</translation>
    </message>
    <message>
        <source>Additional attribute2</source>
        <translation>Zusatzmerkmal 2</translation>
    </message>
    <message>
        <source>Additional attribute3</source>
        <translation>Zusatzmerkmal 3</translation>
    </message>
    <message>
        <source>Additional attribute4</source>
        <translation>Zusatzmerkmal 4</translation>
    </message>
    <message>
        <source>Additional attribute5</source>
        <translation>Zusatzmerkmal 5</translation>
    </message>
    <message>
        <source>Additional attribute6</source>
        <translation>Zusatzmerkmal 6</translation>
    </message>
    <message>
        <source>Additional attribute7</source>
        <translation>Zusatzmerkmal 7</translation>
    </message>
    <message>
        <source>Additional attribute8</source>
        <translation>Zusatzmerkmal 8</translation>
    </message>
    <message>
        <source>Additional attribute9</source>
        <translation>Zusatzmerkmal 9</translation>
    </message>
    <message>
        <source>Additional attribute10</source>
        <translation>Zusatzmerkmal 10</translation>
    </message>
    <message>
        <source>Last modified on</source>
        <translation>Zuletzt geändert am</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
    <message>
        <source>Account payable</source>
        <translation>Kreditorenkonto</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnummer (SKU)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Costing method</source>
        <translation>Bewertungsverfahren</translation>
    </message>
    <message>
        <source>Drop ship mode</source>
        <translation>Streckengeschäft</translation>
    </message>
    <message>
        <source>Default location</source>
        <translation>Vorgabe des Lagerorts</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>UOM</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Weight units</source>
        <translation>Gewichtseinheiten</translation>
    </message>
    <message>
        <source>Dimensions units</source>
        <translation>Maßeinheiten</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Strichcode</translation>
    </message>
    <message>
        <source>Minimum before reorder</source>
        <translation>Meldebestand</translation>
    </message>
    <message>
        <source>Reorder quantity</source>
        <translation>Nachbestellmenge</translation>
    </message>
    <message>
        <source>Price tier1</source>
        <translation>Preisstufe 1</translation>
    </message>
    <message>
        <source>Price tier2</source>
        <translation>Preisstufe 2</translation>
    </message>
    <message>
        <source>Price tier3</source>
        <translation>Preisstufe 3</translation>
    </message>
    <message>
        <source>Price tier4</source>
        <translation>Preisstufe 4</translation>
    </message>
    <message>
        <source>Price tier5</source>
        <translation>Preisstufe 5</translation>
    </message>
    <message>
        <source>Price tier6</source>
        <translation>Preisstufe 6</translation>
    </message>
    <message>
        <source>Price tier7</source>
        <translation>Preisstufe 7</translation>
    </message>
    <message>
        <source>Price tier8</source>
        <translation>Preisstufe 8</translation>
    </message>
    <message>
        <source>Price tier9</source>
        <translation>Preisstufe 9</translation>
    </message>
    <message>
        <source>Price tier10</source>
        <translation>Preisstufe 10</translation>
    </message>
    <message>
        <source>Average cost</source>
        <translation>Durchschnittskosten</translation>
    </message>
    <message>
        <source>Short description</source>
        <translation>Kurzbeschreibung</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Discount rule</source>
        <translation>Rabattregel</translation>
    </message>
    <message>
        <source>Stock locator</source>
        <translation>Lagerplatz</translation>
    </message>
    <message>
        <source>COGS account</source>
        <translation>Konto für Wareneinsatz</translation>
    </message>
    <message>
        <source>Expense account</source>
        <translation>Aufwandskonto</translation>
    </message>
    <message>
        <source>Inventory account</source>
        <translation>Bestandskonto</translation>
    </message>
    <message>
        <source>Purchase tax rule</source>
        <translation>Einkaufssteuerregel</translation>
    </message>
    <message>
        <source>Sale tax rule</source>
        <translation>Verkaufssteuerregel</translation>
    </message>
    <message>
        <source>Sellable</source>
        <translation>Verkäuflich</translation>
    </message>
    <message>
        <source>Sale (list)</source>
        <translation>Verkauf (Liste)</translation>
    </message>
    <message>
        <source>Sales (list)</source>
        <translation>Verkäufe (Liste)</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>Auftragsdatum</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Rechnungsdatum</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>Rechnungsnummer</translation>
    </message>
    <message>
        <source>Customer reference</source>
        <translation>Kundenreferenz</translation>
    </message>
    <message>
        <source>Invoice amount</source>
        <translation>Rechnungsbetrag</translation>
    </message>
    <message>
        <source>Paid amount</source>
        <translation>Bezahlter Betrag</translation>
    </message>
    <message>
        <source>Invoice due date</source>
        <translation>Fälligkeit der Rechnung</translation>
    </message>
    <message>
        <source>Ship by</source>
        <translation>Versenden bis</translation>
    </message>
    <message>
        <source>Base currency</source>
        <translation>Basiswährung</translation>
    </message>
    <message>
        <source>Customer currency</source>
        <translation>Währung des Kunden</translation>
    </message>
    <message>
        <source>Credit note number</source>
        <translation>Gutschriftnummer</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Quote status</source>
        <translation>Angebotsstatus</translation>
    </message>
    <message>
        <source>Order status</source>
        <translation>Auftragsstatus</translation>
    </message>
    <message>
        <source>Combined picking status</source>
        <translation>Kommissionierstatus gesamt</translation>
    </message>
    <message>
        <source>Combined packing status</source>
        <translation>Packstatus gesamt</translation>
    </message>
    <message>
        <source>Combined shipping status</source>
        <translation>Versandstatus gesamt</translation>
    </message>
    <message>
        <source>Combined invoice status</source>
        <translation>Rechnungsstatus gesamt</translation>
    </message>
    <message>
        <source>Combined payment status</source>
        <translation>Zahlungsstatus gesamt</translation>
    </message>
    <message>
        <source>Combined tracking numbers</source>
        <translation>Sendungsnummern gesamt</translation>
    </message>
    <message>
        <source>Ful filment status</source>
        <translation>Status der Auslieferung</translation>
    </message>
    <message>
        <source>Credit note status</source>
        <translation>Status der Gutschrift</translation>
    </message>
    <message>
        <source>Source channel</source>
        <translation>Ausgangskanal</translation>
    </message>
    <message>
        <source>External</source>
        <translation>Extern</translation>
    </message>
    <message>
        <source>Order location</source>
        <translation>Lagerort des Auftrags</translation>
    </message>
    <message>
        <source>Sale credit note (list)</source>
        <translation>Verkaufsgutschrift (Liste)</translation>
    </message>
    <message>
        <source>Sale credit notes (list)</source>
        <translation>Verkaufsgutschriften (Liste)</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Credit note invoice number</source>
        <translation>Rechnungsnummer der Gutschrift</translation>
    </message>
    <message>
        <source>Credit note date</source>
        <translation>Datum der Gutschrift</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamtbetrag</translation>
    </message>
    <message>
        <source>Purchase (list)</source>
        <translation>Einkauf (Liste)</translation>
    </message>
    <message>
        <source>Purchases (list)</source>
        <translation>Einkäufe (Liste)</translation>
    </message>
    <message>
        <source>Required by</source>
        <translation>Benötigt bis</translation>
    </message>
    <message>
        <source>Stock received status</source>
        <translation>Status des Wareneingangs</translation>
    </message>
    <message>
        <source>Unstock status</source>
        <translation>Status der Auslagerung</translation>
    </message>
    <message>
        <source>Invoice status</source>
        <translation>Rechnungsstatus</translation>
    </message>
    <message>
        <source>Supplier currency</source>
        <translation>Währung des Lieferanten</translation>
    </message>
    <message>
        <source>Blind receipt</source>
        <translation>Wareneingang ohne Bestellung</translation>
    </message>
    <message>
        <source>Is service only</source>
        <translation>Ist nur Dienstleistung</translation>
    </message>
    <message>
        <source>Drop ship task</source>
        <translation>Streckenauftrag</translation>
    </message>
    <message>
        <source>Combined receiving status</source>
        <translation>Eingangsstatus gesamt</translation>
    </message>
    <message>
        <source>Last updated date</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Tax calculation</source>
        <translation>Steuerberechnung</translation>
    </message>
    <message>
        <source>Default account</source>
        <translation>Vorgabekonto</translation>
    </message>
    <message>
        <source>Currency rate</source>
        <translation>Wechselkurs</translation>
    </message>
    <message>
        <source>Sale order date</source>
        <translation>Auftragsdatum des Verkaufs</translation>
    </message>
    <message>
        <source>Skip quote</source>
        <translation>Angebot überspringen</translation>
    </message>
    <message>
        <source>Service only</source>
        <translation>Nur Dienstleistung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Shipping notes</source>
        <translation>Versandhinweise</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>Rechnungsadresse</translation>
    </message>
    <message>
        <source>Shipping address</source>
        <translation>Versandadresse</translation>
    </message>
    <message>
        <source>Order total</source>
        <translation>Auftragssumme</translation>
    </message>
    <message>
        <source>Start a fulfilment</source>
        <translation>Auslieferung beginnen</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Back to a draft order</source>
        <translation>Zurück zum Auftragsentwurf</translation>
    </message>
    <message>
        <source>Quote of a sale</source>
        <translation>Angebot eines Verkaufs</translation>
    </message>
    <message>
        <source>Quotes of sales</source>
        <translation>Angebote von Verkäufen</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Vermerk</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Additional charges</source>
        <translation>Zusatzkosten</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Summe vor Steuer</translation>
    </message>
    <message>
        <source>Sale changed at</source>
        <translation>Verkauf geändert am</translation>
    </message>
    <message>
        <source>Order of a sale</source>
        <translation>Auftrag eines Verkaufs</translation>
    </message>
    <message>
        <source>Orders of sales</source>
        <translation>Aufträge von Verkäufen</translation>
    </message>
    <message>
        <source>Sale order number</source>
        <translation>Auftragsnummer des Verkaufs</translation>
    </message>
    <message>
        <source>Auto pick pack ship mode</source>
        <translation>Automatisch kommissionieren, packen, versenden</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Auslieferung</translation>
    </message>
    <message>
        <source>Fulfilments</source>
        <translation>Auslieferungen</translation>
    </message>
    <message>
        <source>Fulfillment number</source>
        <translation>Nummer der Auslieferung</translation>
    </message>
    <message>
        <source>Linked invoice number</source>
        <translation>Nummer der verknüpften Rechnung</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Kommissionieren</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Packen</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Versenden</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Kommissioniert</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Karton</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Gepackt</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Versandt</translation>
    </message>
    <message>
        <source>Sale invoice</source>
        <translation>Verkaufsrechnung</translation>
    </message>
    <message>
        <source>Sale invoices</source>
        <translation>Verkaufsrechnungen</translation>
    </message>
    <message>
        <source>Linked fulfillment number</source>
        <translation>Nummer der verknüpften Auslieferung</translation>
    </message>
    <message>
        <source>Billing address line1</source>
        <translation>Rechnungsadresse, Zeile 1</translation>
    </message>
    <message>
        <source>Billing address line2</source>
        <translation>Rechnungsadresse, Zeile 2</translation>
    </message>
    <message>
        <source>Currency conversion rate</source>
        <translation>Umrechnungskurs</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Sale credit note</source>
        <translation>Verkaufsgutschrift</translation>
    </message>
    <message>
        <source>Sale credit notes</source>
        <translation>Verkaufsgutschriften</translation>
    </message>
    <message>
        <source>Credit note conversion rate</source>
        <translation>Umrechnungskurs der Gutschrift</translation>
    </message>
    <message>
        <source>Sale payment</source>
        <translation>Verkaufszahlung</translation>
    </message>
    <message>
        <source>Sale payments</source>
        <translation>Verkaufszahlungen</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Date paid</source>
        <translation>Zahlungsdatum</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Haben</translation>
    </message>
    <message>
        <source>Date created</source>
        <translation>Anlagedatum</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Einkauf</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>Einkäufe</translation>
    </message>
    <message>
        <source>Order of a purchase</source>
        <translation>Bestellung eines Einkaufs</translation>
    </message>
    <message>
        <source>Orders of purchases</source>
        <translation>Bestellungen von Einkäufen</translation>
    </message>
    <message>
        <source>Purchase changed at</source>
        <translation>Einkauf geändert am</translation>
    </message>
    <message>
        <source>Stock received</source>
        <translation>Eingegangene Ware</translation>
    </message>
    <message>
        <source>Purchase invoice</source>
        <translation>Einkaufsrechnung</translation>
    </message>
    <message>
        <source>Purchase invoices</source>
        <translation>Einkaufsrechnungen</translation>
    </message>
    <message>
        <source>Purchase credit note</source>
        <translation>Einkaufsgutschrift</translation>
    </message>
    <message>
        <source>Purchase credit notes</source>
        <translation>Einkaufsgutschriften</translation>
    </message>
    <message>
        <source>Purchase payment</source>
        <translation>Einkaufszahlung</translation>
    </message>
    <message>
        <source>Purchase payments</source>
        <translation>Einkaufszahlungen</translation>
    </message>
    <message>
        <source>Product availability</source>
        <translation>Verfügbarkeit des Produkts</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Lagerplatz</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Expiry date</source>
        <translation>Ablaufdatum</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>On order</source>
        <translation>Bestellt</translation>
    </message>
    <message>
        <source>Stock on hand</source>
        <translation>Vorhandener Bestand</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Old code</source>
        <translation>Alter Code</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>System account</source>
        <translation>Systemkonto</translation>
    </message>
    <message>
        <source>For payments</source>
        <translation>Für Zahlungen</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Bankkonto</translation>
    </message>
    <message>
        <source>Bank account number</source>
        <translation>Bankkontonummer</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Tax rules</source>
        <translation>Steuerregeln</translation>
    </message>
    <message>
        <source>Is active</source>
        <translation>Ist aktiv</translation>
    </message>
    <message>
        <source>Tax inclusive</source>
        <translation>Einschließlich Steuer</translation>
    </message>
    <message>
        <source>Tax percent</source>
        <translation>Steuer in Prozent</translation>
    </message>
    <message>
        <source>Is tax for sale</source>
        <translation>Steuer im Verkauf</translation>
    </message>
    <message>
        <source>Is tax for purchase</source>
        <translation>Steuer im Einkauf</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Account code</source>
        <translation>Kontonummer</translation>
    </message>
    <message>
        <source>Compound</source>
        <translation>Zusammengesetzt</translation>
    </message>
    <message>
        <source>Component order</source>
        <translation>Reihenfolge der Bestandteile</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Lagerorte</translation>
    </message>
    <message>
        <source>Is default</source>
        <translation>Ist Vorgabe</translation>
    </message>
    <message>
        <source>Is deprecated</source>
        <translation>Ist veraltet</translation>
    </message>
    <message>
        <source>Address line1</source>
        <translation>Adresszeile 1</translation>
    </message>
    <message>
        <source>Address line2</source>
        <translation>Adresszeile 2</translation>
    </message>
    <message>
        <source>Address city suburb</source>
        <translation>Adresse, Ort</translation>
    </message>
    <message>
        <source>Address state province</source>
        <translation>Adresse, Bundesland</translation>
    </message>
    <message>
        <source>Address zip post code</source>
        <translation>Adresse, Postleitzahl</translation>
    </message>
    <message>
        <source>Address country</source>
        <translation>Adresse, Land</translation>
    </message>
    <message>
        <source>Payment terms</source>
        <translation>Zahlungsbedingungen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Brands</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>Maßeinheit</translation>
    </message>
    <message>
        <source>Units of measure</source>
        <translation>Maßeinheiten</translation>
    </message>
    <message>
        <source>Carriers</source>
        <translation>Spediteure</translation>
    </message>
    <message>
        <source>Customer credit</source>
        <translation>Kundenguthaben</translation>
    </message>
    <message>
        <source>Customer credits</source>
        <translation>Kundenguthaben</translation>
    </message>
    <message>
        <source>Customer name</source>
        <translation>Name des Kunden</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Verbleibend</translation>
    </message>
    <message>
        <source>Supplier deposit</source>
        <translation>Anzahlung an Lieferanten</translation>
    </message>
    <message>
        <source>Supplier deposits</source>
        <translation>Anzahlungen an Lieferanten</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Anzahlung</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Journals</source>
        <translation>Journale</translation>
    </message>
    <message>
        <source>Journal number</source>
        <translation>Journalnummer</translation>
    </message>
    <message>
        <source>Effective date</source>
        <translation>Wirksam ab</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>Buchungstext</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Base amount</source>
        <translation>Betrag in Basiswährung</translation>
    </message>
    <message>
        <source>Ledger transaction</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Ledger transactions</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Debit account code</source>
        <translation>Sollkonto</translation>
    </message>
    <message>
        <source>Credit account code</source>
        <translation>Habenkonto</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>External URL</source>
        <translation>Externe Adresse</translation>
    </message>
    <message>
        <source>External authorization type</source>
        <translation>Art der externen Anmeldung</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Lock date</source>
        <translation>Sperrdatum</translation>
    </message>
    <message>
        <source>Opening balance date</source>
        <translation>Datum der Eröffnungsbilanz</translation>
    </message>
    <message>
        <source>Default sale tax rule</source>
        <translation>Vorgabe der Verkaufssteuerregel</translation>
    </message>
    <message>
        <source>Default sale tax rule name</source>
        <translation>Name der Vorgabe der Verkaufssteuerregel</translation>
    </message>
    <message>
        <source>Tax calculation method</source>
        <translation>Verfahren der Steuerberechnung</translation>
    </message>
    <message>
        <source>Maximum decimal places in quantity</source>
        <translation>Höchstzahl der Nachkommastellen in Mengen</translation>
    </message>
    <message>
        <source>Default weight units</source>
        <translation>Vorgabe der Gewichtseinheiten</translation>
    </message>
    <message>
        <source>Default dimensions units</source>
        <translation>Vorgabe der Maßeinheiten</translation>
    </message>
    <message>
        <source>Automatically apply discounts</source>
        <translation>Rabatte automatisch anwenden</translation>
    </message>
    <message>
        <source>Apply customer discounts after other discounts</source>
        <translation>Kundenrabatte nach anderen Rabatten anwenden</translation>
    </message>
    <message>
        <source>Created date</source>
        <translation>Anlagedatum</translation>
    </message>
    <message>
        <source>Modified date</source>
        <translation>Änderungsdatum</translation>
    </message>
    <message>
        <source>Sales person</source>
        <translation>Verkäufer</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Billing company</source>
        <translation>Rechnungsfirma</translation>
    </message>
    <message>
        <source>Accounts first name</source>
        <translation>Buchhaltung, Vorname</translation>
    </message>
    <message>
        <source>Accounts last name</source>
        <translation>Buchhaltung, Nachname</translation>
    </message>
    <message>
        <source>Billing email</source>
        <translation>Rechnungs-E-Mail</translation>
    </message>
    <message>
        <source>Accounts phone</source>
        <translation>Buchhaltung, Telefon</translation>
    </message>
    <message>
        <source>Billing cost center</source>
        <translation>Rechnungskostenstelle</translation>
    </message>
    <message>
        <source>Cost center</source>
        <translation>Kostenstelle</translation>
    </message>
    <message>
        <source>Price column</source>
        <translation>Preisspalte</translation>
    </message>
    <message>
        <source>Percentage off</source>
        <translation>Nachlass in Prozent</translation>
    </message>
    <message>
        <source>Tax status</source>
        <translation>Steuerstatus</translation>
    </message>
    <message>
        <source>Balance owing</source>
        <translation>Offener Saldo</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Sub group</source>
        <translation>Untergruppe</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Accounting integration</source>
        <translation>Buchhaltungsanbindung</translation>
    </message>
    <message>
        <source>Xero contact</source>
        <translation>Xero-Kontakt</translation>
    </message>
    <message>
        <source>QuickBooks Online</source>
        <translation>QuickBooks Online</translation>
    </message>
    <message>
        <source>QuickBooks Desktop</source>
        <translation>QuickBooks Desktop</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobiltelefon</translation>
    </message>
    <message>
        <source>Address1</source>
        <translation>Adresse 1</translation>
    </message>
    <message>
        <source>Address2</source>
        <translation>Adresse 2</translation>
    </message>
    <message>
        <source>Post code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Postal address1</source>
        <translation>Postadresse 1</translation>
    </message>
    <message>
        <source>Postal address2</source>
        <translation>Postadresse 2</translation>
    </message>
    <message>
        <source>Postal city</source>
        <translation>Postadresse, Ort</translation>
    </message>
    <message>
        <source>Postal post code</source>
        <translation>Postadresse, Postleitzahl</translation>
    </message>
    <message>
        <source>Postal state</source>
        <translation>Postadresse, Bundesland</translation>
    </message>
    <message>
        <source>Postal country</source>
        <translation>Postadresse, Land</translation>
    </message>
    <message>
        <source>Integration ref</source>
        <translation>Referenz der Anbindung</translation>
    </message>
    <message>
        <source>Secondary contacts</source>
        <translation>Weitere Kontakte</translation>
    </message>
    <message>
        <source>Sales order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Sales orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Processed by</source>
        <translation>Bearbeitet von</translation>
    </message>
    <message>
        <source>Is approved</source>
        <translation>Ist freigegeben</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Member email</source>
        <translation>Mitglied, E-Mail</translation>
    </message>
    <message>
        <source>Delivery first name</source>
        <translation>Lieferung, Vorname</translation>
    </message>
    <message>
        <source>Delivery last name</source>
        <translation>Lieferung, Nachname</translation>
    </message>
    <message>
        <source>Delivery company</source>
        <translation>Lieferfirma</translation>
    </message>
    <message>
        <source>Delivery address1</source>
        <translation>Lieferadresse 1</translation>
    </message>
    <message>
        <source>Delivery address2</source>
        <translation>Lieferadresse 2</translation>
    </message>
    <message>
        <source>Delivery city</source>
        <translation>Lieferort</translation>
    </message>
    <message>
        <source>Delivery state</source>
        <translation>Lieferbundesland</translation>
    </message>
    <message>
        <source>Delivery postal code</source>
        <translation>Lieferpostleitzahl</translation>
    </message>
    <message>
        <source>Delivery country</source>
        <translation>Lieferland</translation>
    </message>
    <message>
        <source>Billing first name</source>
        <translation>Rechnung, Vorname</translation>
    </message>
    <message>
        <source>Billing last name</source>
        <translation>Rechnung, Nachname</translation>
    </message>
    <message>
        <source>Billing address1</source>
        <translation>Rechnungsadresse 1</translation>
    </message>
    <message>
        <source>Billing address2</source>
        <translation>Rechnungsadresse 2</translation>
    </message>
    <message>
        <source>Billing city</source>
        <translation>Rechnungsort</translation>
    </message>
    <message>
        <source>Billing state</source>
        <translation>Rechnungsbundesland</translation>
    </message>
    <message>
        <source>Billing postal code</source>
        <translation>Rechnungspostleitzahl</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Filiale</translation>
    </message>
    <message>
        <source>Branch email</source>
        <translation>E-Mail der Filiale</translation>
    </message>
    <message>
        <source>Project name</source>
        <translation>Projektname</translation>
    </message>
    <message>
        <source>Tracking code</source>
        <translation>Sendungsnummer</translation>
    </message>
    <message>
        <source>Internal comments</source>
        <translation>Interne Kommentare</translation>
    </message>
    <message>
        <source>Product total</source>
        <translation>Produkte gesamt</translation>
    </message>
    <message>
        <source>Freight total</source>
        <translation>Fracht gesamt</translation>
    </message>
    <message>
        <source>Freight description</source>
        <translation>Beschreibung der Fracht</translation>
    </message>
    <message>
        <source>Surcharge</source>
        <translation>Zuschlag</translation>
    </message>
    <message>
        <source>Surcharge description</source>
        <translation>Beschreibung des Zuschlags</translation>
    </message>
    <message>
        <source>Discount total</source>
        <translation>Rabatt gesamt</translation>
    </message>
    <message>
        <source>Discount description</source>
        <translation>Beschreibung des Rabatts</translation>
    </message>
    <message>
        <source>Currency code</source>
        <translation>Währungscode</translation>
    </message>
    <message>
        <source>Currency symbol</source>
        <translation>Währungszeichen</translation>
    </message>
    <message>
        <source>Alternative tax rate</source>
        <translation>Abweichender Steuersatz</translation>
    </message>
    <message>
        <source>Member alternative tax rate</source>
        <translation>Mitglied, abweichender Steuersatz</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Is void</source>
        <translation>Ist storniert</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Member cost center</source>
        <translation>Mitglied, Kostenstelle</translation>
    </message>
    <message>
        <source>Accounting attributes</source>
        <translation>Buchungsmerkmale</translation>
    </message>
    <message>
        <source>Imported at</source>
        <translation>Importiert am</translation>
    </message>
    <message>
        <source>Import status</source>
        <translation>Importstatus</translation>
    </message>
    <message>
        <source>Sales person email</source>
        <translation>E-Mail des Verkäufers</translation>
    </message>
    <message>
        <source>Customer order no</source>
        <translation>Bestellnummer des Kunden</translation>
    </message>
    <message>
        <source>Voucher code</source>
        <translation>Gutscheincode</translation>
    </message>
    <message>
        <source>Delivery instructions</source>
        <translation>Lieferhinweise</translation>
    </message>
    <message>
        <source>Estimated delivery date</source>
        <translation>Voraussichtliches Lieferdatum</translation>
    </message>
    <message>
        <source>Cancellation date</source>
        <translation>Stornodatum</translation>
    </message>
    <message>
        <source>Modified COGS date</source>
        <translation>Wareneinsatz geändert am</translation>
    </message>
    <message>
        <source>Dispatched date</source>
        <translation>Versanddatum</translation>
    </message>
    <message>
        <source>Logistics carrier</source>
        <translation>Logistikpartner</translation>
    </message>
    <message>
        <source>Logistics status</source>
        <translation>Logistikstatus</translation>
    </message>
    <message>
        <source>Edi status</source>
        <translation>EDI-Status</translation>
    </message>
    <message>
        <source>Distribution branch</source>
        <translation>Verteilfiliale</translation>
    </message>
    <message>
        <source>Department number</source>
        <translation>Abteilungsnummer</translation>
    </message>
    <message>
        <source>Store location number</source>
        <translation>Nummer des Ladens</translation>
    </message>
    <message>
        <source>Distribution center</source>
        <translation>Verteilzentrum</translation>
    </message>
    <message>
        <source>Line items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Übergeordnet</translation>
    </message>
    <message>
        <source>Product option</source>
        <translation>Produktoption</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortierung</translation>
    </message>
    <message>
        <source>Option1</source>
        <translation>Option 1</translation>
    </message>
    <message>
        <source>Option2</source>
        <translation>Option 2</translation>
    </message>
    <message>
        <source>Option3</source>
        <translation>Option 3</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Style code</source>
        <translation>Modellnummer</translation>
    </message>
    <message>
        <source>Size codes</source>
        <translation>Größencodes</translation>
    </message>
    <message>
        <source>Line comments</source>
        <translation>Positionskommentare</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>Stückkosten</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Uom price</source>
        <translation>Preis je Einheit</translation>
    </message>
    <message>
        <source>Uom qty ordered</source>
        <translation>Bestellte Menge in Einheiten</translation>
    </message>
    <message>
        <source>Uom qty shipped</source>
        <translation>Versandte Menge in Einheiten</translation>
    </message>
    <message>
        <source>Uom size</source>
        <translation>Größe der Einheit</translation>
    </message>
    <message>
        <source>Qty shipped</source>
        <translation>Versandte Menge</translation>
    </message>
    <message>
        <source>Holding qty</source>
        <translation>Zurückgelegte Menge</translation>
    </message>
    <message>
        <source>Stock control</source>
        <translation>Bestandsführung</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Void for good</source>
        <translation>Endgültig stornieren</translation>
    </message>
    <message>
        <source>Invoice (invoiced sales order)</source>
        <translation>Rechnung (berechneter Auftrag)</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Purchase orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Supplier invoice reference</source>
        <translation>Rechnungsreferenz des Lieferanten</translation>
    </message>
    <message>
        <source>Supplier acceptance date</source>
        <translation>Annahme durch den Lieferanten</translation>
    </message>
    <message>
        <source>Estimated arrival date</source>
        <translation>Voraussichtliches Ankunftsdatum</translation>
    </message>
    <message>
        <source>Fully received date</source>
        <translation>Vollständig eingegangen am</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Credit notes</source>
        <translation>Gutschriften</translation>
    </message>
    <message>
        <source>Sales reference</source>
        <translation>Verkaufsreferenz</translation>
    </message>
    <message>
        <source>Completed date</source>
        <translation>Abschlussdatum</translation>
    </message>
    <message>
        <source>Customer report</source>
        <translation>Kundenbericht</translation>
    </message>
    <message>
        <source>Alternative account code</source>
        <translation>Abweichende Kontonummer</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Payment date</source>
        <translation>Zahlungsdatum</translation>
    </message>
    <message>
        <source>Is authorized</source>
        <translation>Ist berechtigt</translation>
    </message>
    <message>
        <source>Transaction ref</source>
        <translation>Buchungsreferenz</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Order ref</source>
        <translation>Auftragsreferenz</translation>
    </message>
    <message>
        <source>Payment imported ref</source>
        <translation>Importreferenz der Zahlung</translation>
    </message>
    <message>
        <source>Batch reference</source>
        <translation>Chargenreferenz</translation>
    </message>
    <message>
        <source>Reconcile date</source>
        <translation>Abstimmungsdatum</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>Auftragsart</translation>
    </message>
    <message>
        <source>Sub category</source>
        <translation>Unterkategorie</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Product type</source>
        <translation>Produktart</translation>
    </message>
    <message>
        <source>Product subtype</source>
        <translation>Unterart des Produkts</translation>
    </message>
    <message>
        <source>Option label1</source>
        <translation>Optionsbezeichnung 1</translation>
    </message>
    <message>
        <source>Option label2</source>
        <translation>Optionsbezeichnung 2</translation>
    </message>
    <message>
        <source>Option label3</source>
        <translation>Optionsbezeichnung 3</translation>
    </message>
    <message>
        <source>Sales account</source>
        <translation>Erlöskonto</translation>
    </message>
    <message>
        <source>Purchases account</source>
        <translation>Einkaufskonto</translation>
    </message>
    <message>
        <source>Import customs duty</source>
        <translation>Einfuhrzoll</translation>
    </message>
    <message>
        <source>Size range</source>
        <translation>Größenreihe</translation>
    </message>
    <message>
        <source>Pdf upload</source>
        <translation>PDF-Datei</translation>
    </message>
    <message>
        <source>Pdf description</source>
        <translation>PDF-Beschreibung</translation>
    </message>
    <message>
        <source>Product options</source>
        <translation>Produktoptionen</translation>
    </message>
    <message>
        <source>Product option code</source>
        <translation>Code der Produktoption</translation>
    </message>
    <message>
        <source>Product option size code</source>
        <translation>Code der Größe</translation>
    </message>
    <message>
        <source>Product option barcode</source>
        <translation>Strichcode der Produktoption</translation>
    </message>
    <message>
        <source>Product option size barcode</source>
        <translation>Strichcode der Größe</translation>
    </message>
    <message>
        <source>Supplier code</source>
        <translation>Lieferantennummer</translation>
    </message>
    <message>
        <source>Option weight</source>
        <translation>Gewicht der Option</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Retail price</source>
        <translation>Einzelhandelspreis</translation>
    </message>
    <message>
        <source>Wholesale price</source>
        <translation>Großhandelspreis</translation>
    </message>
    <message>
        <source>Vip price</source>
        <translation>VIP-Preis</translation>
    </message>
    <message>
        <source>Special price</source>
        <translation>Sonderpreis</translation>
    </message>
    <message>
        <source>Specials start date</source>
        <translation>Beginn der Sonderpreise</translation>
    </message>
    <message>
        <source>Special days</source>
        <translation>Sondertage</translation>
    </message>
    <message>
        <source>Stock available</source>
        <translation>Verfügbarer Bestand</translation>
    </message>
    <message>
        <source>Product category</source>
        <translation>Produktkategorie</translation>
    </message>
    <message>
        <source>Product categories</source>
        <translation>Produktkategorien</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Filialen</translation>
    </message>
    <message>
        <source>Branch type</source>
        <translation>Art der Filiale</translation>
    </message>
    <message>
        <source>Stock control options</source>
        <translation>Optionen der Bestandsführung</translation>
    </message>
    <message>
        <source>Branch transfer</source>
        <translation>Filialumlagerung</translation>
    </message>
    <message>
        <source>Branch transfers</source>
        <translation>Filialumlagerungen</translation>
    </message>
    <message>
        <source>Source branch</source>
        <translation>Ausgangsfiliale</translation>
    </message>
    <message>
        <source>Destination branch</source>
        <translation>Zielfiliale</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Anpassung</translation>
    </message>
    <message>
        <source>Adjustments</source>
        <translation>Anpassungen</translation>
    </message>
    <message>
        <source>Adjustment reason</source>
        <translation>Grund der Anpassung</translation>
    </message>
    <message>
        <source>Production job</source>
        <translation>Fertigungsauftrag</translation>
    </message>
    <message>
        <source>Production jobs</source>
        <translation>Fertigungsaufträge</translation>
    </message>
    <message>
        <source>Estimated completion date</source>
        <translation>Voraussichtliches Abschlussdatum</translation>
    </message>
    <message>
        <source>Stock level</source>
        <translation>Lagerbestand</translation>
    </message>
    <message>
        <source>Stock levels</source>
        <translation>Lagerbestände</translation>
    </message>
    <message>
        <source>Branch name</source>
        <translation>Name der Filiale</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>Produktname</translation>
    </message>
    <message>
        <source>Open sales</source>
        <translation>Offene Verkäufe</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Erwarteter Eingang</translation>
    </message>
    <message>
        <source>Virtual</source>
        <translation>Virtuell</translation>
    </message>
    <message>
        <source>Holding</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Statement key</source>
        <translation>Schlüssel des Kontoauszugs</translation>
    </message>
    <message>
        <source>Created at</source>
        <translation>Angelegt am</translation>
    </message>
    <message>
        <source>Changed at</source>
        <translation>Geändert am</translation>
    </message>
    <message>
        <source>Client name</source>
        <translation>Name des Kunden</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Phone office</source>
        <translation>Telefon, Büro</translation>
    </message>
    <message>
        <source>Phone mobile</source>
        <translation>Telefon, mobil</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Billable by default</source>
        <translation>In der Regel abrechenbar</translation>
    </message>
    <message>
        <source>Default hourly rate</source>
        <translation>Vorgabe des Stundensatzes</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Is billable</source>
        <translation>Ist abrechenbar</translation>
    </message>
    <message>
        <source>Is fixed fee</source>
        <translation>Ist Festpreis</translation>
    </message>
    <message>
        <source>Bill by</source>
        <translation>Abrechnen nach</translation>
    </message>
    <message>
        <source>Hourly rate</source>
        <translation>Stundensatz</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Budget by</source>
        <translation>Budget nach</translation>
    </message>
    <message>
        <source>Budget is monthly</source>
        <translation>Budget gilt je Monat</translation>
    </message>
    <message>
        <source>Notify when over budget</source>
        <translation>Bei Budgetüberschreitung melden</translation>
    </message>
    <message>
        <source>Over budget notification percentage</source>
        <translation>Budgetüberschreitung melden ab Prozent</translation>
    </message>
    <message>
        <source>Over budget notification date</source>
        <translation>Budgetüberschreitung gemeldet am</translation>
    </message>
    <message>
        <source>Show budget to all</source>
        <translation>Budget allen zeigen</translation>
    </message>
    <message>
        <source>Cost budget</source>
        <translation>Kostenbudget</translation>
    </message>
    <message>
        <source>Cost budget include expenses</source>
        <translation>Kostenbudget einschließlich Auslagen</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Starts on</source>
        <translation>Beginnt am</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>Endet am</translation>
    </message>
    <message>
        <source>Task assignment</source>
        <translation>Aufgabenzuweisung</translation>
    </message>
    <message>
        <source>Task assignments</source>
        <translation>Aufgabenzuweisungen</translation>
    </message>
    <message>
        <source>Project and task</source>
        <translation>Projekt und Aufgabe</translation>
    </message>
    <message>
        <source>Project code</source>
        <translation>Projektcode</translation>
    </message>
    <message>
        <source>Task name</source>
        <translation>Name der Aufgabe</translation>
    </message>
    <message>
        <source>Billable</source>
        <translation>Abrechenbar</translation>
    </message>
    <message>
        <source>Person on a project</source>
        <translation>Person in einem Projekt</translation>
    </message>
    <message>
        <source>People on projects</source>
        <translation>Personen in Projekten</translation>
    </message>
    <message>
        <source>Project and user</source>
        <translation>Projekt und Benutzer</translation>
    </message>
    <message>
        <source>Is project manager</source>
        <translation>Ist Projektleitung</translation>
    </message>
    <message>
        <source>Use default rates</source>
        <translation>Vorgabesätze verwenden</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>User ids</source>
        <translation>Kennungen der Benutzer</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Timezone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Has access to all future projects</source>
        <translation>Zugriff auf alle künftigen Projekte</translation>
    </message>
    <message>
        <source>Is contractor</source>
        <translation>Ist Auftragnehmer</translation>
    </message>
    <message>
        <source>Weekly capacity</source>
        <translation>Wochenkapazität</translation>
    </message>
    <message>
        <source>Cost rate</source>
        <translation>Kostensatz</translation>
    </message>
    <message>
        <source>Access roles</source>
        <translation>Zugriffsrollen</translation>
    </message>
    <message>
        <source>Avatar url</source>
        <translation>Adresse des Bildes</translation>
    </message>
    <message>
        <source>Billable rate</source>
        <translation>Abrechnungssatz</translation>
    </message>
    <message>
        <source>Billable rates</source>
        <translation>Abrechnungssätze</translation>
    </message>
    <message>
        <source>Start date</source>
        <translation>Startdatum</translation>
    </message>
    <message>
        <source>End date</source>
        <translation>Enddatum</translation>
    </message>
    <message>
        <source>Person and start</source>
        <translation>Person und Beginn</translation>
    </message>
    <message>
        <source>Cost rates</source>
        <translation>Kostensätze</translation>
    </message>
    <message>
        <source>Project of a person</source>
        <translation>Projekt einer Person</translation>
    </message>
    <message>
        <source>Projects of people</source>
        <translation>Projekte von Personen</translation>
    </message>
    <message>
        <source>Teammate</source>
        <translation>Teammitglied</translation>
    </message>
    <message>
        <source>Teammates</source>
        <translation>Teammitglieder</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Expense category</source>
        <translation>Auslagenkategorie</translation>
    </message>
    <message>
        <source>Expense categories</source>
        <translation>Auslagenkategorien</translation>
    </message>
    <message>
        <source>Unit name</source>
        <translation>Name der Einheit</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Auslage</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>Auslagen</translation>
    </message>
    <message>
        <source>Category name</source>
        <translation>Name der Kategorie</translation>
    </message>
    <message>
        <source>Person name</source>
        <translation>Name der Person</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Spent date</source>
        <translation>Ausgabedatum</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Total cost</source>
        <translation>Gesamtkosten</translation>
    </message>
    <message>
        <source>Is closed</source>
        <translation>Ist geschlossen</translation>
    </message>
    <message>
        <source>Is locked</source>
        <translation>Ist gesperrt</translation>
    </message>
    <message>
        <source>Is billed</source>
        <translation>Ist abgerechnet</translation>
    </message>
    <message>
        <source>Locked reason</source>
        <translation>Grund der Sperre</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Receipt file</source>
        <translation>Belegdatei</translation>
    </message>
    <message>
        <source>Time entry</source>
        <translation>Zeiteintrag</translation>
    </message>
    <message>
        <source>Time entries</source>
        <translation>Zeiteinträge</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Hours without timer</source>
        <translation>Stunden ohne Stoppuhr</translation>
    </message>
    <message>
        <source>Rounded hours</source>
        <translation>Gerundete Stunden</translation>
    </message>
    <message>
        <source>Started time</source>
        <translation>Startzeit</translation>
    </message>
    <message>
        <source>Ended time</source>
        <translation>Endzeit</translation>
    </message>
    <message>
        <source>Is running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Timer started at</source>
        <translation>Stoppuhr gestartet am</translation>
    </message>
    <message>
        <source>Budgeted</source>
        <translation>Budgetiert</translation>
    </message>
    <message>
        <source>Our key</source>
        <translation>Unser Schlüssel</translation>
    </message>
    <message>
        <source>Stop the timer</source>
        <translation>Stoppuhr anhalten</translation>
    </message>
    <message>
        <source>Start the timer again</source>
        <translation>Stoppuhr wieder starten</translation>
    </message>
    <message>
        <source>Remove the link to the outside record</source>
        <translation>Verweis auf den fremden Datensatz entfernen</translation>
    </message>
    <message>
        <source>Invoice item category</source>
        <translation>Kategorie der Rechnungsposition</translation>
    </message>
    <message>
        <source>Invoice item categories</source>
        <translation>Kategorien der Rechnungspositionen</translation>
    </message>
    <message>
        <source>Use as service</source>
        <translation>Als Dienstleistung verwenden</translation>
    </message>
    <message>
        <source>Use as expense</source>
        <translation>Als Auslage verwenden</translation>
    </message>
    <message>
        <source>Estimate item category</source>
        <translation>Kategorie der Angebotsposition</translation>
    </message>
    <message>
        <source>Estimate item categories</source>
        <translation>Kategorien der Angebotspositionen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Tax amount</source>
        <translation>Steuerbetrag</translation>
    </message>
    <message>
        <source>Tax2</source>
        <translation>Steuer 2</translation>
    </message>
    <message>
        <source>Tax2 amount</source>
        <translation>Steuerbetrag 2</translation>
    </message>
    <message>
        <source>Discount amount</source>
        <translation>Rabattbetrag</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Due amount</source>
        <translation>Fälliger Betrag</translation>
    </message>
    <message>
        <source>Period start</source>
        <translation>Anfang des Zeitraums</translation>
    </message>
    <message>
        <source>Period end</source>
        <translation>Ende des Zeitraums</translation>
    </message>
    <message>
        <source>Issue date</source>
        <translation>Ausstellungsdatum</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Fälligkeitsdatum</translation>
    </message>
    <message>
        <source>Payment options</source>
        <translation>Zahlungsarten</translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation>Gesendet am</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>Bezahlt am</translation>
    </message>
    <message>
        <source>Paid date</source>
        <translation>Zahlungsdatum</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>Geschlossen am</translation>
    </message>
    <message>
        <source>Recurring invoice</source>
        <translation>Wiederkehrende Rechnung</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Schlüssel des Kunden</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Made by, name</source>
        <translation>Angelegt von, Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Taxed</source>
        <translation>Besteuert</translation>
    </message>
    <message>
        <source>Taxed2</source>
        <translation>Besteuert 2</translation>
    </message>
    <message>
        <source>Take in uninvoiced time and expenses</source>
        <translation>Nicht berechnete Zeiten und Auslagen übernehmen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Gruppiert nach</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Attach receipt</source>
        <translation>Beleg anhängen</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Als gesendet markieren</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>Ausbuchen</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Make it a draft again</source>
        <translation>Wieder zum Entwurf machen</translation>
    </message>
    <message>
        <source>E-mail the invoice</source>
        <translation>Rechnung per E-Mail senden</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Attach pdf</source>
        <translation>PDF anhängen</translation>
    </message>
    <message>
        <source>Send me a copy</source>
        <translation>Kopie an mich</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Dankschreiben</translation>
    </message>
    <message>
        <source>Invoice payment</source>
        <translation>Rechnungszahlung</translation>
    </message>
    <message>
        <source>Invoice payments</source>
        <translation>Rechnungszahlungen</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Erfasst von</translation>
    </message>
    <message>
        <source>Recorded by email</source>
        <translation>Erfasst von, E-Mail</translation>
    </message>
    <message>
        <source>Paid through</source>
        <translation>Bezahlt über</translation>
    </message>
    <message>
        <source>Invoice message</source>
        <translation>Rechnungsnachricht</translation>
    </message>
    <message>
        <source>Invoice messages</source>
        <translation>Rechnungsnachrichten</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Gesendet von</translation>
    </message>
    <message>
        <source>Sent by email</source>
        <translation>Per E-Mail gesendet</translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation>Gesendet von</translation>
    </message>
    <message>
        <source>Sent from email</source>
        <translation>Absender-E-Mail</translation>
    </message>
    <message>
        <source>Event type</source>
        <translation>Art des Ereignisses</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Send reminder on</source>
        <translation>Erinnerung senden am</translation>
    </message>
    <message>
        <source>Estimates</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Accepted at</source>
        <translation>Angenommen am</translation>
    </message>
    <message>
        <source>Declined at</source>
        <translation>Abgelehnt am</translation>
    </message>
    <message>
        <source>Mark as accepted</source>
        <translation>Als angenommen markieren</translation>
    </message>
    <message>
        <source>Mark as declined</source>
        <translation>Als abgelehnt markieren</translation>
    </message>
    <message>
        <source>E-mail the estimate</source>
        <translation>Angebot per E-Mail senden</translation>
    </message>
    <message>
        <source>Estimate message</source>
        <translation>Angebotsnachricht</translation>
    </message>
    <message>
        <source>Estimate messages</source>
        <translation>Angebotsnachrichten</translation>
    </message>
    <message>
        <source>Base uri</source>
        <translation>Basisadresse</translation>
    </message>
    <message>
        <source>Week start day</source>
        <translation>Erster Wochentag</translation>
    </message>
    <message>
        <source>Wants timestamp timers</source>
        <translation>Arbeitet mit Stoppuhr und Uhrzeit</translation>
    </message>
    <message>
        <source>Time format</source>
        <translation>Zeitformat</translation>
    </message>
    <message>
        <source>Date format</source>
        <translation>Datumsformat</translation>
    </message>
    <message>
        <source>Plan type</source>
        <translation>Art des Tarifs</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhrzeitformat</translation>
    </message>
    <message>
        <source>Currency code display</source>
        <translation>Anzeige des Währungscodes</translation>
    </message>
    <message>
        <source>Currency symbol display</source>
        <translation>Anzeige des Währungszeichens</translation>
    </message>
    <message>
        <source>Decimal symbol</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Thousands separator</source>
        <translation>Tausendertrennzeichen</translation>
    </message>
    <message>
        <source>Color scheme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Expense feature</source>
        <translation>Auslagenfunktion</translation>
    </message>
    <message>
        <source>Invoice feature</source>
        <translation>Rechnungsfunktion</translation>
    </message>
    <message>
        <source>Estimate feature</source>
        <translation>Angebotsfunktion</translation>
    </message>
    <message>
        <source>Approval feature</source>
        <translation>Freigabefunktion</translation>
    </message>
    <message>
        <source>Team feature</source>
        <translation>Teamfunktion</translation>
    </message>
    <message>
        <source>Hours by client (report row)</source>
        <translation>Stunden nach Kunde (Berichtszeile)</translation>
    </message>
    <message>
        <source>Hours by client</source>
        <translation>Stunden nach Kunde</translation>
    </message>
    <message>
        <source>Total hours</source>
        <translation>Stunden gesamt</translation>
    </message>
    <message>
        <source>Billable hours</source>
        <translation>Abrechenbare Stunden</translation>
    </message>
    <message>
        <source>Billable amount</source>
        <translation>Abrechenbarer Betrag</translation>
    </message>
    <message>
        <source>Hours by project (report row)</source>
        <translation>Stunden nach Projekt (Berichtszeile)</translation>
    </message>
    <message>
        <source>Hours by project</source>
        <translation>Stunden nach Projekt</translation>
    </message>
    <message>
        <source>Hours by task (report row)</source>
        <translation>Stunden nach Aufgabe (Berichtszeile)</translation>
    </message>
    <message>
        <source>Hours by task</source>
        <translation>Stunden nach Aufgabe</translation>
    </message>
    <message>
        <source>Hours by person (report row)</source>
        <translation>Stunden nach Person (Berichtszeile)</translation>
    </message>
    <message>
        <source>Hours by person</source>
        <translation>Stunden nach Person</translation>
    </message>
    <message>
        <source>Expenses by client (report row)</source>
        <translation>Auslagen nach Kunde (Berichtszeile)</translation>
    </message>
    <message>
        <source>Expenses by client</source>
        <translation>Auslagen nach Kunde</translation>
    </message>
    <message>
        <source>Total amount</source>
        <translation>Gesamtbetrag</translation>
    </message>
    <message>
        <source>Expenses by project (report row)</source>
        <translation>Auslagen nach Projekt (Berichtszeile)</translation>
    </message>
    <message>
        <source>Expenses by project</source>
        <translation>Auslagen nach Projekt</translation>
    </message>
    <message>
        <source>Expenses by category (report row)</source>
        <translation>Auslagen nach Kategorie (Berichtszeile)</translation>
    </message>
    <message>
        <source>Expenses by category</source>
        <translation>Auslagen nach Kategorie</translation>
    </message>
    <message>
        <source>Expense category name</source>
        <translation>Name der Auslagenkategorie</translation>
    </message>
    <message>
        <source>Expenses by person (report row)</source>
        <translation>Auslagen nach Person (Berichtszeile)</translation>
    </message>
    <message>
        <source>Expenses by person</source>
        <translation>Auslagen nach Person</translation>
    </message>
    <message>
        <source>Uninvoiced work (report row)</source>
        <translation>Nicht berechnete Arbeit (Berichtszeile)</translation>
    </message>
    <message>
        <source>Uninvoiced work</source>
        <translation>Nicht berechnete Arbeit</translation>
    </message>
    <message>
        <source>Uninvoiced hours</source>
        <translation>Nicht berechnete Stunden</translation>
    </message>
    <message>
        <source>Uninvoiced expenses</source>
        <translation>Nicht berechnete Auslagen</translation>
    </message>
    <message>
        <source>Uninvoiced amount</source>
        <translation>Nicht berechneter Betrag</translation>
    </message>
    <message>
        <source>Project budgets (report row)</source>
        <translation>Projektbudgets (Berichtszeile)</translation>
    </message>
    <message>
        <source>Project budgets</source>
        <translation>Projektbudgets</translation>
    </message>
    <message>
        <source>Budget spent</source>
        <translation>Verbrauchtes Budget</translation>
    </message>
    <message>
        <source>Budget remaining</source>
        <translation>Restbudget</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>Opportunity product</source>
        <translation>Produkt des Deals</translation>
    </message>
    <message>
        <source>Opportunity products</source>
        <translation>Produkte der Deals</translation>
    </message>
    <message>
        <source>Opportunity contact role</source>
        <translation>Kontaktrolle des Deals</translation>
    </message>
    <message>
        <source>Opportunity contact roles</source>
        <translation>Kontaktrollen der Deals</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Price book</source>
        <translation>Preisbuch</translation>
    </message>
    <message>
        <source>Price books</source>
        <translation>Preisbücher</translation>
    </message>
    <message>
        <source>Price book entry</source>
        <translation>Preisbucheintrag</translation>
    </message>
    <message>
        <source>Price book entries</source>
        <translation>Preisbucheinträge</translation>
    </message>
    <message>
        <source>Quote line item</source>
        <translation>Angebotsposition</translation>
    </message>
    <message>
        <source>Quote line items</source>
        <translation>Angebotspositionen</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Opportunity stage</source>
        <translation>Phase des Deals</translation>
    </message>
    <message>
        <source>Opportunity stages</source>
        <translation>Phasen der Deals</translation>
    </message>
    <message>
        <source>Record type</source>
        <translation>Datensatzart</translation>
    </message>
    <message>
        <source>Record types</source>
        <translation>Datensatzarten</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>Währungen</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Territories</source>
        <translation>Gebiete</translation>
    </message>
    <message>
        <source>Territory assignment</source>
        <translation>Gebietszuweisung</translation>
    </message>
    <message>
        <source>Territory assignments</source>
        <translation>Gebietszuweisungen</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Organisation id</source>
        <translation>Kennung der Organisation</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>IsDeleted</source>
        <translation>IsDeleted</translation>
    </message>
    <message>
        <source>SystemModstamp</source>
        <translation>SystemModstamp</translation>
    </message>
    <message>
        <source>Xero_Contact_Id__c</source>
        <translation>Xero_Contact_Id__c</translation>
    </message>
    <message>
        <source>Opportunity Contact Role</source>
        <translation>Kontaktrolle des Deals</translation>
    </message>
    <message>
        <source>Opportunity Contact Roles</source>
        <translation>Kontaktrollen der Deals</translation>
    </message>
    <message>
        <source>OpportunityId</source>
        <translation>OpportunityId</translation>
    </message>
    <message>
        <source>ContactId</source>
        <translation>ContactId</translation>
    </message>
    <message>
        <source>Tieout_Key__c</source>
        <translation>Tieout_Key__c</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Connector</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>Connectors</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Service version</source>
        <translation>Version des Dienstes</translation>
    </message>
    <message>
        <source>Connector operation</source>
        <translation>Connector-Vorgang</translation>
    </message>
    <message>
        <source>Connector operations</source>
        <translation>Connector-Vorgänge</translation>
    </message>
    <message>
        <source>Connector version</source>
        <translation>Connector-Version</translation>
    </message>
    <message>
        <source>Output depends on the input</source>
        <translation>Ausgabe hängt von der Eingabe ab</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Trigger operation</source>
        <translation>Trigger-Vorgang</translation>
    </message>
    <message>
        <source>Trigger operations</source>
        <translation>Trigger-Vorgänge</translation>
    </message>
    <message>
        <source>Trigger version</source>
        <translation>Trigger-Version</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Workspaces</translation>
    </message>
    <message>
        <source>Tasks a month</source>
        <translation>Aufgaben im Monat</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Kind of account</source>
        <translation>Art des Kontos</translation>
    </message>
    <message>
        <source>Project version</source>
        <translation>Projektversion</translation>
    </message>
    <message>
        <source>Project versions</source>
        <translation>Projektversionen</translation>
    </message>
    <message>
        <source>Saved at</source>
        <translation>Gespeichert am</translation>
    </message>
    <message>
        <source>Saved by</source>
        <translation>Gespeichert von</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Workflows</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Angelegt am</translation>
    </message>
    <message>
        <source>Version of</source>
        <translation>Version von</translation>
    </message>
    <message>
        <source>Told of failures</source>
        <translation>Erhält Fehlermeldungen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>Wenn es fehlschlägt</translation>
    </message>
    <message>
        <source>Signed in with</source>
        <translation>Angemeldet mit</translation>
    </message>
    <message>
        <source>Trigger subscription</source>
        <translation>Trigger-Abonnement</translation>
    </message>
    <message>
        <source>Trigger subscriptions</source>
        <translation>Trigger-Abonnements</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Gesendet an</translation>
    </message>
    <message>
        <source>Outside key</source>
        <translation>Fremder Schlüssel</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Error message</source>
        <translation>Fehlermeldung</translation>
    </message>
    <message>
        <source>External user</source>
        <translation>Externer Benutzer</translation>
    </message>
    <message>
        <source>External users</source>
        <translation>Externe Benutzer</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Authentications</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Service title</source>
        <translation>Titel des Dienstes</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Solution</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Solutions</translation>
    </message>
    <message>
        <source>Solution instance</source>
        <translation>Solution-Instanz</translation>
    </message>
    <message>
        <source>Solution instances</source>
        <translation>Solution-Instanzen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Solution title</source>
        <translation>Titel der Solution</translation>
    </message>
    <message>
        <source>A newer version is there</source>
        <translation>Es gibt eine neuere Version</translation>
    </message>
    <message>
        <source>The new version needs the user</source>
        <translation>Die neue Version braucht den Benutzer</translation>
    </message>
    <message>
        <source>The new version needs the system</source>
        <translation>Die neue Version braucht das System</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>Started at</source>
        <translation>Begonnen am</translation>
    </message>
    <message>
        <source>State since</source>
        <translation>Zustand seit</translation>
    </message>
    <message>
        <source>Failed step</source>
        <translation>Fehlgeschlagener Schritt</translation>
    </message>
    <message>
        <source>Failed step, name</source>
        <translation>Fehlgeschlagener Schritt, Name</translation>
    </message>
    <message>
        <source>Contact id</source>
        <translation>Kennung des Kontakts</translation>
    </message>
    <message>
        <source>Contact code</source>
        <translation>Kontaktcode</translation>
    </message>
    <message>
        <source>Company registration number</source>
        <translation>Handelsregisternummer</translation>
    </message>
    <message>
        <source>Tax rate for sales</source>
        <translation>Steuersatz im Verkauf</translation>
    </message>
    <message>
        <source>Tax rate for purchases</source>
        <translation>Steuersatz im Einkauf</translation>
    </message>
    <message>
        <source>Postal address, attention to</source>
        <translation>Postadresse, zu Händen von</translation>
    </message>
    <message>
        <source>Postal address, line 1</source>
        <translation>Postadresse, Zeile 1</translation>
    </message>
    <message>
        <source>Postal address, line 2</source>
        <translation>Postadresse, Zeile 2</translation>
    </message>
    <message>
        <source>State or region</source>
        <translation>Bundesland oder Region</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Attention to</source>
        <translation>Zu Händen von</translation>
    </message>
    <message>
        <source>Line 1</source>
        <translation>Zeile 1</translation>
    </message>
    <message>
        <source>Line 2</source>
        <translation>Zeile 2</translation>
    </message>
    <message>
        <source>Line 3</source>
        <translation>Zeile 3</translation>
    </message>
    <message>
        <source>Line 4</source>
        <translation>Zeile 4</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>Area code</source>
        <translation>Vorwahl</translation>
    </message>
    <message>
        <source>Country code</source>
        <translation>Ländercode</translation>
    </message>
    <message>
        <source>Is a customer</source>
        <translation>Ist Kunde</translation>
    </message>
    <message>
        <source>Is a supplier</source>
        <translation>Ist Lieferant</translation>
    </message>
    <message>
        <source>Archive the contact</source>
        <translation>Kontakt archivieren</translation>
    </message>
    <message>
        <source>Add a note to the history</source>
        <translation>Notiz zum Verlauf hinzufügen</translation>
    </message>
    <message>
        <source>Invoice id</source>
        <translation>Kennung der Rechnung</translation>
    </message>
    <message>
        <source>Exchange rate</source>
        <translation>Wechselkurs</translation>
    </message>
    <message>
        <source>Amounts are</source>
        <translation>Beträge sind</translation>
    </message>
    <message>
        <source>Line id</source>
        <translation>Kennung der Position</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>Rabatt %</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>Artikelnummer</translation>
    </message>
    <message>
        <source>Line amount</source>
        <translation>Positionsbetrag</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>Tracking</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Link to the source</source>
        <translation>Verweis auf die Quelle</translation>
    </message>
    <message>
        <source>Branding theme</source>
        <translation>Belegvorlage</translation>
    </message>
    <message>
        <source>Marked as sent</source>
        <translation>Als gesendet markiert</translation>
    </message>
    <message>
        <source>Expected payment date</source>
        <translation>Erwartetes Zahlungsdatum</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Zwischensumme</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>Offener Betrag</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>Gezahlter Betrag</translation>
    </message>
    <message>
        <source>Amount credited</source>
        <translation>Gutgeschriebener Betrag</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Bezahlt am</translation>
    </message>
    <message>
        <source>E-mail the invoice to its contact</source>
        <translation>Rechnung an ihren Kontakt mailen</translation>
    </message>
    <message>
        <source>Void the invoice</source>
        <translation>Rechnung stornieren</translation>
    </message>
    <message>
        <source>History of an invoice</source>
        <translation>Verlauf einer Rechnung</translation>
    </message>
    <message>
        <source>History of invoices</source>
        <translation>Verlauf von Rechnungen</translation>
    </message>
    <message>
        <source>Line of the history</source>
        <translation>Zeile des Verlaufs</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>Legal name</source>
        <translation>Offizieller Name</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Short code</source>
        <translation>Kurzcode</translation>
    </message>
    <message>
        <source>Demo company</source>
        <translation>Demofirma</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Last day of the financial year</source>
        <translation>Letzter Tag des Geschäftsjahres</translation>
    </message>
    <message>
        <source>Last month of the financial year</source>
        <translation>Letzter Monat des Geschäftsjahres</translation>
    </message>
    <message>
        <source>Locked up to</source>
        <translation>Gesperrt bis</translation>
    </message>
    <message>
        <source>Year end locked up to</source>
        <translation>Jahresabschluss gesperrt bis</translation>
    </message>
    <message>
        <source>Kind of bank account</source>
        <translation>Art des Bankkontos</translation>
    </message>
    <message>
        <source>Takes payments</source>
        <translation>Nimmt Zahlungen an</translation>
    </message>
    <message>
        <source>In expense claims</source>
        <translation>In Spesenabrechnungen</translation>
    </message>
    <message>
        <source>Archive the account</source>
        <translation>Konto archivieren</translation>
    </message>
    <message>
        <source>Use the archived account again</source>
        <translation>Archiviertes Konto wieder verwenden</translation>
    </message>
    <message>
        <source>Tax rates</source>
        <translation>Steuersätze</translation>
    </message>
    <message>
        <source>Reported as</source>
        <translation>Ausgewiesen als</translation>
    </message>
    <message>
        <source>Parts of the rate</source>
        <translation>Teile des Satzes</translation>
    </message>
    <message>
        <source>On top of the others</source>
        <translation>Auf die anderen aufgeschlagen</translation>
    </message>
    <message>
        <source>Cannot be claimed back</source>
        <translation>Nicht erstattungsfähig</translation>
    </message>
    <message>
        <source>Percent shown</source>
        <translation>Angezeigte Prozent</translation>
    </message>
    <message>
        <source>Applies to assets</source>
        <translation>Gilt für Vermögen</translation>
    </message>
    <message>
        <source>Applies to equity</source>
        <translation>Gilt für Eigenkapital</translation>
    </message>
    <message>
        <source>Applies to expenses</source>
        <translation>Gilt für Aufwand</translation>
    </message>
    <message>
        <source>Applies to liabilities</source>
        <translation>Gilt für Verbindlichkeiten</translation>
    </message>
    <message>
        <source>Applies to revenue</source>
        <translation>Gilt für Erlöse</translation>
    </message>
    <message>
        <source>Contact group</source>
        <translation>Kontaktgruppe</translation>
    </message>
    <message>
        <source>Contact groups</source>
        <translation>Kontaktgruppen</translation>
    </message>
    <message>
        <source>Group id</source>
        <translation>Kennung der Gruppe</translation>
    </message>
    <message>
        <source>Add a contact to the group</source>
        <translation>Kontakt zur Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Take a contact out of the group</source>
        <translation>Kontakt aus der Gruppe nehmen</translation>
    </message>
    <message>
        <source>Take all contacts out of the group</source>
        <translation>Alle Kontakte aus der Gruppe nehmen</translation>
    </message>
    <message>
        <source>Contact in a group</source>
        <translation>Kontakt in einer Gruppe</translation>
    </message>
    <message>
        <source>Contacts in groups</source>
        <translation>Kontakte in Gruppen</translation>
    </message>
    <message>
        <source>Group and contact</source>
        <translation>Gruppe und Kontakt</translation>
    </message>
    <message>
        <source>Name of the contact</source>
        <translation>Name des Kontakts</translation>
    </message>
    <message>
        <source>Quote id</source>
        <translation>Kennung des Angebots</translation>
    </message>
    <message>
        <source>Quote number</source>
        <translation>Angebotsnummer</translation>
    </message>
    <message>
        <source>Quote date</source>
        <translation>Angebotsdatum</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>Läuft ab am</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Category id</source>
        <translation>Kennung der Kategorie</translation>
    </message>
    <message>
        <source>Option id</source>
        <translation>Kennung der Option</translation>
    </message>
    <message>
        <source>Payment id</source>
        <translation>Kennung der Zahlung</translation>
    </message>
    <message>
        <source>Invoice or bill</source>
        <translation>Rechnung oder Eingangsrechnung</translation>
    </message>
    <message>
        <source>Credit note (refund)</source>
        <translation>Gutschrift (Erstattung)</translation>
    </message>
    <message>
        <source>Prepayment (refund)</source>
        <translation>Vorauszahlung (Erstattung)</translation>
    </message>
    <message>
        <source>Overpayment (refund)</source>
        <translation>Überzahlung (Erstattung)</translation>
    </message>
    <message>
        <source>Paid from or to</source>
        <translation>Bezahlt von oder auf</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Amount at the bank</source>
        <translation>Betrag bei der Bank</translation>
    </message>
    <message>
        <source>Reconciled</source>
        <translation>Abgestimmt</translation>
    </message>
    <message>
        <source>Batch payment id</source>
        <translation>Kennung der Sammelzahlung</translation>
    </message>
    <message>
        <source>Batch payment</source>
        <translation>Sammelzahlung</translation>
    </message>
    <message>
        <source>Batch payments</source>
        <translation>Sammelzahlungen</translation>
    </message>
    <message>
        <source>Particulars (NZ)</source>
        <translation>Angaben (NZ)</translation>
    </message>
    <message>
        <source>Code (NZ)</source>
        <translation>Code (NZ)</translation>
    </message>
    <message>
        <source>Details (not NZ)</source>
        <translation>Angaben (nicht NZ)</translation>
    </message>
    <message>
        <source>Narrative (UK)</source>
        <translation>Buchungstext (UK)</translation>
    </message>
    <message>
        <source>Credit note id</source>
        <translation>Kennung der Gutschrift</translation>
    </message>
    <message>
        <source>Credit left</source>
        <translation>Restguthaben</translation>
    </message>
    <message>
        <source>Credit used</source>
        <translation>Verbrauchtes Guthaben</translation>
    </message>
    <message>
        <source>Used up on</source>
        <translation>Aufgebraucht am</translation>
    </message>
    <message>
        <source>Has attachments</source>
        <translation>Hat Anhänge</translation>
    </message>
    <message>
        <source>Void the credit note</source>
        <translation>Gutschrift stornieren</translation>
    </message>
    <message>
        <source>Allocation of a credit note</source>
        <translation>Zuweisung einer Gutschrift</translation>
    </message>
    <message>
        <source>Allocations of credit notes</source>
        <translation>Zuweisungen von Gutschriften</translation>
    </message>
    <message>
        <source>Allocation id</source>
        <translation>Kennung der Zuweisung</translation>
    </message>
    <message>
        <source>Id of a credit note</source>
        <translation>Kennung einer Gutschrift</translation>
    </message>
    <message>
        <source>Credit and invoice</source>
        <translation>Gutschrift und Rechnung</translation>
    </message>
    <message>
        <source>Prepayment</source>
        <translation>Vorauszahlung</translation>
    </message>
    <message>
        <source>Prepayments</source>
        <translation>Vorauszahlungen</translation>
    </message>
    <message>
        <source>Prepayment id</source>
        <translation>Kennung der Vorauszahlung</translation>
    </message>
    <message>
        <source>Allocation of a prepayment</source>
        <translation>Zuweisung einer Vorauszahlung</translation>
    </message>
    <message>
        <source>Allocations of prepayments</source>
        <translation>Zuweisungen von Vorauszahlungen</translation>
    </message>
    <message>
        <source>Id of a prepayment</source>
        <translation>Kennung einer Vorauszahlung</translation>
    </message>
    <message>
        <source>Overpayment</source>
        <translation>Überzahlung</translation>
    </message>
    <message>
        <source>Overpayments</source>
        <translation>Überzahlungen</translation>
    </message>
    <message>
        <source>Overpayment id</source>
        <translation>Kennung der Überzahlung</translation>
    </message>
    <message>
        <source>Allocation of an overpayment</source>
        <translation>Zuweisung einer Überzahlung</translation>
    </message>
    <message>
        <source>Allocations of overpayments</source>
        <translation>Zuweisungen von Überzahlungen</translation>
    </message>
    <message>
        <source>Id of an overpayment</source>
        <translation>Kennung einer Überzahlung</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Item id</source>
        <translation>Kennung des Artikels</translation>
    </message>
    <message>
        <source>Description for sales</source>
        <translation>Beschreibung im Verkauf</translation>
    </message>
    <message>
        <source>Description for purchases</source>
        <translation>Beschreibung im Einkauf</translation>
    </message>
    <message>
        <source>Is sold</source>
        <translation>Wird verkauft</translation>
    </message>
    <message>
        <source>Is purchased</source>
        <translation>Wird eingekauft</translation>
    </message>
    <message>
        <source>Cost of sales account</source>
        <translation>Konto für Umsatzkosten</translation>
    </message>
    <message>
        <source>Stock is tracked</source>
        <translation>Bestand wird geführt</translation>
    </message>
    <message>
        <source>Quantity on hand</source>
        <translation>Bestandsmenge</translation>
    </message>
    <message>
        <source>Value on hand</source>
        <translation>Bestandswert</translation>
    </message>
    <message>
        <source>Tracking category</source>
        <translation>Tracking-Kategorie</translation>
    </message>
    <message>
        <source>Tracking categories</source>
        <translation>Tracking-Kategorien</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Tracking option</source>
        <translation>Tracking-Option</translation>
    </message>
    <message>
        <source>Tracking options</source>
        <translation>Tracking-Optionen</translation>
    </message>
    <message>
        <source>Category and name</source>
        <translation>Kategorie und Name</translation>
    </message>
    <message>
        <source>Manual journal</source>
        <translation>Manuelle Buchung</translation>
    </message>
    <message>
        <source>Manual journals</source>
        <translation>Manuelle Buchungen</translation>
    </message>
    <message>
        <source>Journal id</source>
        <translation>Kennung des Journals</translation>
    </message>
    <message>
        <source>Debit, or credit below zero</source>
        <translation>Soll, unter null Haben</translation>
    </message>
    <message>
        <source>In cash basis reports</source>
        <translation>In Berichten nach Zahlung</translation>
    </message>
    <message>
        <source>Void the journal</source>
        <translation>Buchung stornieren</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>Kennung des Auftrags</translation>
    </message>
    <message>
        <source>Delivery date</source>
        <translation>Lieferdatum</translation>
    </message>
    <message>
        <source>Expected on</source>
        <translation>Erwartet am</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>Lieferadresse</translation>
    </message>
    <message>
        <source>Bank transaction</source>
        <translation>Bankbewegung</translation>
    </message>
    <message>
        <source>Bank transactions</source>
        <translation>Bankbewegungen</translation>
    </message>
    <message>
        <source>Bank transaction id</source>
        <translation>Kennung der Bankbewegung</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>Umbuchung</translation>
    </message>
    <message>
        <source>Bank transfers</source>
        <translation>Umbuchungen</translation>
    </message>
    <message>
        <source>Transfer id</source>
        <translation>Kennung der Umbuchung</translation>
    </message>
    <message>
        <source>Reconciled at the source</source>
        <translation>In der Quelle abgestimmt</translation>
    </message>
    <message>
        <source>Reconciled at the target</source>
        <translation>Im Ziel abgestimmt</translation>
    </message>
    <message>
        <source>Bank transaction at the source</source>
        <translation>Bankbewegung der Quelle</translation>
    </message>
    <message>
        <source>Bank transaction at the target</source>
        <translation>Bankbewegung des Ziels</translation>
    </message>
    <message>
        <source>Billable expense</source>
        <translation>Abrechenbare Auslage</translation>
    </message>
    <message>
        <source>Billable expenses</source>
        <translation>Abrechenbare Auslagen</translation>
    </message>
    <message>
        <source>Billable expense id</source>
        <translation>Kennung der abrechenbaren Auslage</translation>
    </message>
    <message>
        <source>Bill or spend money</source>
        <translation>Eingangsrechnung oder Ausgabe</translation>
    </message>
    <message>
        <source>Its line</source>
        <translation>Seine Position</translation>
    </message>
    <message>
        <source>Line of the invoice</source>
        <translation>Position der Rechnung</translation>
    </message>
    <message>
        <source>Bill and line</source>
        <translation>Eingangsrechnung und Position</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>Kennung des Benutzers</translation>
    </message>
    <message>
        <source>Subscriber</source>
        <translation>Abonnent</translation>
    </message>
    <message>
        <source>Branding themes</source>
        <translation>Belegvorlagen</translation>
    </message>
    <message>
        <source>Theme id</source>
        <translation>Kennung der Vorlage</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Employee (Australia)</source>
        <translation>Mitarbeiter (Australien)</translation>
    </message>
    <message>
        <source>Employees (Australia)</source>
        <translation>Mitarbeiter (Australien)</translation>
    </message>
    <message>
        <source>Employee id</source>
        <translation>Kennung des Mitarbeiters</translation>
    </message>
    <message>
        <source>Middle names</source>
        <translation>Weitere Vornamen</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Started on</source>
        <translation>Begonnen am</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>Ausgeschieden am</translation>
    </message>
    <message>
        <source>Home address</source>
        <translation>Privatadresse</translation>
    </message>
    <message>
        <source>Employee (New Zealand)</source>
        <translation>Mitarbeiter (Neuseeland)</translation>
    </message>
    <message>
        <source>Employees (New Zealand)</source>
        <translation>Mitarbeiter (Neuseeland)</translation>
    </message>
    <message>
        <source>Suburb</source>
        <translation>Ortsteil</translation>
    </message>
    <message>
        <source>Employee (United Kingdom)</source>
        <translation>Mitarbeiter (Vereinigtes Königreich)</translation>
    </message>
    <message>
        <source>Employees (United Kingdom)</source>
        <translation>Mitarbeiter (Vereinigtes Königreich)</translation>
    </message>
    <message>
        <source>National insurance number</source>
        <translation>Sozialversicherungsnummer</translation>
    </message>
    <message>
        <source>History of a contact</source>
        <translation>Verlauf eines Kontakts</translation>
    </message>
    <message>
        <source>History of contacts</source>
        <translation>Verlauf von Kontakten</translation>
    </message>
    <message>
        <source>Id of a contact</source>
        <translation>Kennung eines Kontakts</translation>
    </message>
    <message>
        <source>History of a quote</source>
        <translation>Verlauf eines Angebots</translation>
    </message>
    <message>
        <source>History of quotes</source>
        <translation>Verlauf von Angeboten</translation>
    </message>
    <message>
        <source>Id of a quote</source>
        <translation>Kennung eines Angebots</translation>
    </message>
    <message>
        <source>History of a payment</source>
        <translation>Verlauf einer Zahlung</translation>
    </message>
    <message>
        <source>History of payments</source>
        <translation>Verlauf von Zahlungen</translation>
    </message>
    <message>
        <source>Id of a payment</source>
        <translation>Kennung einer Zahlung</translation>
    </message>
    <message>
        <source>History of a batch payment</source>
        <translation>Verlauf einer Sammelzahlung</translation>
    </message>
    <message>
        <source>History of batch payments</source>
        <translation>Verlauf von Sammelzahlungen</translation>
    </message>
    <message>
        <source>Id of a batch payment</source>
        <translation>Kennung einer Sammelzahlung</translation>
    </message>
    <message>
        <source>History of a credit note</source>
        <translation>Verlauf einer Gutschrift</translation>
    </message>
    <message>
        <source>History of credit notes</source>
        <translation>Verlauf von Gutschriften</translation>
    </message>
    <message>
        <source>History of a prepayment</source>
        <translation>Verlauf einer Vorauszahlung</translation>
    </message>
    <message>
        <source>History of prepayments</source>
        <translation>Verlauf von Vorauszahlungen</translation>
    </message>
    <message>
        <source>History of an overpayment</source>
        <translation>Verlauf einer Überzahlung</translation>
    </message>
    <message>
        <source>History of overpayments</source>
        <translation>Verlauf von Überzahlungen</translation>
    </message>
    <message>
        <source>History of an item</source>
        <translation>Verlauf eines Artikels</translation>
    </message>
    <message>
        <source>History of items</source>
        <translation>Verlauf von Artikeln</translation>
    </message>
    <message>
        <source>Id of an item</source>
        <translation>Kennung eines Artikels</translation>
    </message>
    <message>
        <source>History of a manual journal</source>
        <translation>Verlauf einer manuellen Buchung</translation>
    </message>
    <message>
        <source>History of manual journals</source>
        <translation>Verlauf von manuellen Buchungen</translation>
    </message>
    <message>
        <source>Id of a manual journal</source>
        <translation>Kennung einer manuellen Buchung</translation>
    </message>
    <message>
        <source>History of a purchase order</source>
        <translation>Verlauf einer Bestellung</translation>
    </message>
    <message>
        <source>History of purchase orders</source>
        <translation>Verlauf von Bestellungen</translation>
    </message>
    <message>
        <source>Id of a purchase order</source>
        <translation>Kennung einer Bestellung</translation>
    </message>
    <message>
        <source>History of a bank transaction</source>
        <translation>Verlauf einer Bankbewegung</translation>
    </message>
    <message>
        <source>History of bank transactions</source>
        <translation>Verlauf von Bankbewegungen</translation>
    </message>
    <message>
        <source>Id of a bank transaction</source>
        <translation>Kennung einer Bankbewegung</translation>
    </message>
    <message>
        <source>History of a bank transfer</source>
        <translation>Verlauf einer Umbuchung</translation>
    </message>
    <message>
        <source>History of bank transfers</source>
        <translation>Verlauf von Umbuchungen</translation>
    </message>
    <message>
        <source>Id of a bank transfer</source>
        <translation>Kennung einer Umbuchung</translation>
    </message>
    <message>
        <source>File attached to a contact</source>
        <translation>Datei an einem Kontakt</translation>
    </message>
    <message>
        <source>Files attached to contacts</source>
        <translation>Dateien an Kontakten</translation>
    </message>
    <message>
        <source>File id</source>
        <translation>Kennung der Datei</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Art der Datei</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Shown with the online invoice</source>
        <translation>Mit der Online-Rechnung gezeigt</translation>
    </message>
    <message>
        <source>File attached to an invoice</source>
        <translation>Datei an einer Rechnung</translation>
    </message>
    <message>
        <source>Files attached to invoices</source>
        <translation>Dateien an Rechnungen</translation>
    </message>
    <message>
        <source>Id of an invoice</source>
        <translation>Kennung einer Rechnung</translation>
    </message>
    <message>
        <source>File attached to a quote</source>
        <translation>Datei an einem Angebot</translation>
    </message>
    <message>
        <source>Files attached to quotes</source>
        <translation>Dateien an Angeboten</translation>
    </message>
    <message>
        <source>File attached to a credit note</source>
        <translation>Datei an einer Gutschrift</translation>
    </message>
    <message>
        <source>Files attached to credit notes</source>
        <translation>Dateien an Gutschriften</translation>
    </message>
    <message>
        <source>File attached to a purchase order</source>
        <translation>Datei an einer Bestellung</translation>
    </message>
    <message>
        <source>Files attached to purchase orders</source>
        <translation>Dateien an Bestellungen</translation>
    </message>
    <message>
        <source>File attached to a bank transaction</source>
        <translation>Datei an einer Bankbewegung</translation>
    </message>
    <message>
        <source>Files attached to bank transactions</source>
        <translation>Dateien an Bankbewegungen</translation>
    </message>
    <message>
        <source>File attached to a bank transfer</source>
        <translation>Datei an einer Umbuchung</translation>
    </message>
    <message>
        <source>Files attached to bank transfers</source>
        <translation>Dateien an Umbuchungen</translation>
    </message>
    <message>
        <source>File attached to a manual journal</source>
        <translation>Datei an einer manuellen Buchung</translation>
    </message>
    <message>
        <source>Files attached to manual journals</source>
        <translation>Dateien an manuellen Buchungen</translation>
    </message>
    <message>
        <source>File attached to an account</source>
        <translation>Datei an einem Konto</translation>
    </message>
    <message>
        <source>Files attached to accounts</source>
        <translation>Dateien an Konten</translation>
    </message>
    <message>
        <source>Id of an account</source>
        <translation>Kennung eines Kontos</translation>
    </message>
    <message>
        <source>Repeating invoice</source>
        <translation>Wiederkehrende Rechnung</translation>
    </message>
    <message>
        <source>Repeating invoices</source>
        <translation>Wiederkehrende Rechnungen</translation>
    </message>
    <message>
        <source>Repeating invoice id</source>
        <translation>Kennung der wiederkehrenden Rechnung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Weeks or months</source>
        <translation>Wochen oder Monate</translation>
    </message>
    <message>
        <source>Due day, or days until due</source>
        <translation>Fälligkeitstag oder Tage bis zur Fälligkeit</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>First on</source>
        <translation>Erstmals am</translation>
    </message>
    <message>
        <source>Next on</source>
        <translation>Nächstes Mal am</translation>
    </message>
    <message>
        <source>Last on</source>
        <translation>Letztmals am</translation>
    </message>
    <message>
        <source>Sent by itself</source>
        <translation>Von selbst gesendet</translation>
    </message>
    <message>
        <source>With a copy to the sender</source>
        <translation>Mit Kopie an den Absender</translation>
    </message>
    <message>
        <source>With the PDF</source>
        <translation>Mit PDF</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Receipt id</source>
        <translation>Kennung des Belegs</translation>
    </message>
    <message>
        <source>Line of a receipt</source>
        <translation>Position eines Belegs</translation>
    </message>
    <message>
        <source>Lines of receipts</source>
        <translation>Positionen von Belegen</translation>
    </message>
    <message>
        <source>Expense claim</source>
        <translation>Spesenabrechnung</translation>
    </message>
    <message>
        <source>Expense claims</source>
        <translation>Spesenabrechnungen</translation>
    </message>
    <message>
        <source>Expense claim id</source>
        <translation>Kennung der Spesenabrechnung</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>Ausgewiesen am</translation>
    </message>
    <message>
        <source>To be paid on</source>
        <translation>Zu zahlen am</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>Noch zu zahlen</translation>
    </message>
    <message>
        <source>Approve the claim</source>
        <translation>Abrechnung freigeben</translation>
    </message>
    <message>
        <source>Void the claim</source>
        <translation>Abrechnung stornieren</translation>
    </message>
    <message>
        <source>Journal of the general ledger</source>
        <translation>Journal des Hauptbuchs</translation>
    </message>
    <message>
        <source>Journals of the general ledger</source>
        <translation>Journale des Hauptbuchs</translation>
    </message>
    <message>
        <source>Id of the source</source>
        <translation>Kennung der Quelle</translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation>Art der Quelle</translation>
    </message>
    <message>
        <source>Entered at</source>
        <translation>Erfasst am</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>Type of the account</source>
        <translation>Kontoart</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Name of the tax rate</source>
        <translation>Name des Steuersatzes</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>Budget id</source>
        <translation>Kennung des Budgets</translation>
    </message>
    <message>
        <source>Amount of a budget</source>
        <translation>Budgetbetrag</translation>
    </message>
    <message>
        <source>Amounts of budgets</source>
        <translation>Budgetbeträge</translation>
    </message>
    <message>
        <source>Budget, account and month</source>
        <translation>Budget, Konto und Monat</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>History of a repeating invoice</source>
        <translation>Verlauf einer wiederkehrenden Rechnung</translation>
    </message>
    <message>
        <source>History of repeating invoices</source>
        <translation>Verlauf von wiederkehrenden Rechnungen</translation>
    </message>
    <message>
        <source>Id of a repeating invoice</source>
        <translation>Kennung einer wiederkehrenden Rechnung</translation>
    </message>
    <message>
        <source>History of a receipt</source>
        <translation>Verlauf eines Belegs</translation>
    </message>
    <message>
        <source>History of receipts</source>
        <translation>Verlauf von Belegen</translation>
    </message>
    <message>
        <source>Id of a receipt</source>
        <translation>Kennung eines Belegs</translation>
    </message>
    <message>
        <source>History of an expense claim</source>
        <translation>Verlauf einer Spesenabrechnung</translation>
    </message>
    <message>
        <source>History of expense claims</source>
        <translation>Verlauf von Spesenabrechnungen</translation>
    </message>
    <message>
        <source>Id of an expense claim</source>
        <translation>Kennung einer Spesenabrechnung</translation>
    </message>
    <message>
        <source>File attached to a repeating invoice</source>
        <translation>Datei an einer wiederkehrenden Rechnung</translation>
    </message>
    <message>
        <source>Files attached to repeating invoices</source>
        <translation>Dateien an wiederkehrenden Rechnungen</translation>
    </message>
    <message>
        <source>File attached to a receipt</source>
        <translation>Datei an einem Beleg</translation>
    </message>
    <message>
        <source>Files attached to receipts</source>
        <translation>Dateien an Belegen</translation>
    </message>
</context>
<context>
    <name>tieout::gui</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 aus %2</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Only what changed</source>
        <translation>Nur Geändertes</translation>
    </message>
    <message>
        <source>Each run reads the records that changed since the last one; a record that gives the same result again costs no call.</source>
        <translation>Jeder Lauf liest die Datensätze, die sich seit dem letzten geändert haben; ein Datensatz mit gleichem Ergebnis kostet keinen Aufruf.</translation>
    </message>
    <message>
        <source>When such a record was written before, a person decides.</source>
        <translation>Wurde ein solcher Datensatz schon geschrieben, entscheidet ein Mensch.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Made first</source>
        <translation>Zuerst angelegt</translation>
    </message>
    <message>
        <source>%1, found or created once before they are needed</source>
        <translation>%1: werden einmal gefunden oder angelegt, bevor sie gebraucht werden</translation>
    </message>
    <message>
        <source>%1: the link that an earlier run kept</source>
        <translation>%1: die Verknüpfung aus einem früheren Lauf</translation>
    </message>
    <message>
        <source>%1: the same %2, which carries the source record&apos;s number</source>
        <translation>%1: gleich in „%2“, wo die Nummer des Quelldatensatzes steht</translation>
    </message>
    <message>
        <source>%1: the same %2; exactly one is taken</source>
        <translation>%1: gleich in „%2“; genau einer wird genommen</translation>
    </message>
    <message>
        <source>%1: a similar %2; a person decides</source>
        <translation>%1: ähnlich in „%2“; ein Mensch entscheidet</translation>
    </message>
    <message>
        <source>%1: otherwise it is new</source>
        <translation>%1: sonst ist der Datensatz neu</translation>
    </message>
    <message>
        <source>hold the record</source>
        <translation>Datensatz zurückhalten</translation>
    </message>
    <message>
        <source>empty the field</source>
        <translation>Feld leeren</translation>
    </message>
    <message>
        <source>leave the field as it is</source>
        <translation>Feld unverändert lassen</translation>
    </message>
    <message>
        <source>Formula changed</source>
        <translation>Formel geändert</translation>
    </message>
    <message>
        <source>When it is empty</source>
        <translation>Wenn leer</translation>
    </message>
    <message>
        <source>Its lines come from</source>
        <translation>Herkunft der Positionen</translation>
    </message>
    <message>
        <source>Which lines count</source>
        <translation>Welche Positionen zählen</translation>
    </message>
    <message>
        <source>Order of the lines</source>
        <translation>Reihenfolge der Positionen</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>Notiz geändert</translation>
    </message>
    <message>
        <source>Moved to another field</source>
        <translation>In ein anderes Feld verschoben</translation>
    </message>
    <message>
        <source>Stands after another field</source>
        <translation>Steht nach einem anderen Feld</translation>
    </message>
    <message>
        <source>Reads something else</source>
        <translation>Liest etwas anderes</translation>
    </message>
    <message>
        <source>Writes something else</source>
        <translation>Schreibt etwas anderes</translation>
    </message>
    <message>
        <source>How rows become one document</source>
        <translation>Wie Zeilen zu einem Beleg werden</translation>
    </message>
    <message>
        <source>Something a newer Tieout uses</source>
        <translation>Eine Angabe für ein neueres Tieout</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>%1 found in row %2 of %3</source>
        <extracomment>%1 is a value of the sample, %2 a number, %3 the lookup table</extracomment>
        <translation>%1 gefunden in Zeile %2 von %3</translation>
    </message>
    <message>
        <source>%1 has no row in %2: its default is used</source>
        <translation>%1 hat keine Zeile in %2: Die Vorgabe wird verwendet</translation>
    </message>
    <message>
        <source>linked by %1</source>
        <extracomment>%1 is a sync that makes records for this one</extracomment>
        <translation>verknüpft durch %1</translation>
    </message>
    <message>
        <source>found or made by %1 during the run</source>
        <translation>wird im Lauf durch %1 gefunden oder angelegt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a field and its value in the sample</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The same for every record</source>
        <translation>Für jeden Datensatz gleich</translation>
    </message>
    <message>
        <source>Taken from %1 as it is</source>
        <translation>Unverändert übernommen aus %1</translation>
    </message>
    <message>
        <source>Empty for this record: the field is left as it is</source>
        <translation>Bei diesem Datensatz leer: Das Feld bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Empty for this record: the field is emptied</source>
        <translation>Bei diesem Datensatz leer: Das Feld wird geleert</translation>
    </message>
    <message>
        <source>Empty for this record: it is held for you</source>
        <translation>Bei diesem Datensatz leer: Er wird für Sie zurückgehalten</translation>
    </message>
    <message>
        <source>The other system fills this field itself.</source>
        <translation>Das andere System füllt dieses Feld selbst.</translation>
    </message>
    <message>
        <source>This field must have a value. Drag a field here, press M to choose one, or type a formula.</source>
        <translation>Dieses Feld braucht einen Wert. Ziehen Sie ein Feld hierher, wählen Sie mit M eines aus oder geben Sie eine Formel ein.</translation>
    </message>
    <message>
        <source>Not mapped. Drag a field here, press M to choose one, or type a formula.</source>
        <translation>Nicht zugeordnet. Ziehen Sie ein Feld hierher, wählen Sie mit M eines aus oder geben Sie eine Formel ein.</translation>
    </message>
    <message>
        <source>May fail for some records, which are held then</source>
        <translation>Kann bei manchen Datensätzen scheitern; diese werden dann zurückgehalten</translation>
    </message>
    <message>
        <source>May be empty for some records</source>
        <translation>Kann bei manchen Datensätzen leer sein</translation>
    </message>
    <message>
        <source>leave as it is</source>
        <translation>lassen, wie es ist</translation>
    </message>
    <message>
        <source>map %1 to %2</source>
        <extracomment>names of steps for Undo and Redo; %1 and %2 are fields</extracomment>
        <translation>%1 zu %2 zuordnen</translation>
    </message>
    <message>
        <source>add %1 to %2</source>
        <translation>%1 zu %2 hinzufügen</translation>
    </message>
    <message>
        <source>formula of %1</source>
        <translation>Formel von %1</translation>
    </message>
    <message>
        <source>lines of %1</source>
        <translation>Positionen von %1</translation>
    </message>
    <message>
        <source>rows into one document</source>
        <translation>Zeilen zu einem Beleg</translation>
    </message>
    <message>
        <source>when %1 is empty</source>
        <translation>wenn %1 leer ist</translation>
    </message>
    <message>
        <source>note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message numerus="yes">
        <source>remove %Ln rules</source>
        <translation>
            <numerusform>eine Regel entfernen</numerusform>
            <numerusform>%Ln Regeln entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>remove the rule of %1</source>
        <translation>Regel von %1 entfernen</translation>
    </message>
    <message>
        <source>pair %1 with %2</source>
        <translation>%1 mit %2 paaren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions</source>
        <translation>
            <numerusform>ein Vorschlag</numerusform>
            <numerusform>%Ln Vorschläge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste %Ln rules</source>
        <translation>
            <numerusform>eine Regel einfügen</numerusform>
            <numerusform>%Ln Regeln einfügen</numerusform>
        </translation>
    </message>
    <message>
        <source>use %2 in place of %1</source>
        <translation>%2 statt %1 verwenden</translation>
    </message>
    <message>
        <source>move %1 to %2</source>
        <translation>%1 nach %2 verschieben</translation>
    </message>
    <message>
        <source>go back to version %1</source>
        <translation>zu Version %1 zurückkehren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <comment>items of a list</comment>
        <translation>
            <numerusform>%Ln Position</numerusform>
            <numerusform>%Ln Positionen</numerusform>
        </translation>
    </message>
    <message>
        <source>one line for the record itself</source>
        <translation>eine Position für den Datensatz selbst</translation>
    </message>
    <message>
        <source>one line for each of %1</source>
        <extracomment>%1 is a list of the source, such as Products</extracomment>
        <translation>je eine Position für „%1“</translation>
    </message>
    <message>
        <source>always “%1”</source>
        <extracomment>a fixed value that every record gets</extracomment>
        <translation>immer „%1“</translation>
    </message>
    <message>
        <source>The other system does not know this field any more. Move its rule to another field, or remove it.</source>
        <translation>Das andere System kennt dieses Feld nicht mehr. Verschieben Sie seine Regel auf ein anderes Feld oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>only some, by a condition</source>
        <translation>nur manche, nach einer Bedingung</translation>
    </message>
    <message>
        <source>sorted</source>
        <translation>sortiert</translation>
    </message>
    <message numerus="yes">
        <source>used on %Ln lines</source>
        <translation>
            <numerusform>in einer Position verwendet</numerusform>
            <numerusform>in %Ln Positionen verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>Lines came from: %1</source>
        <translation>Positionen kamen aus: %1</translation>
    </message>
    <message>
        <source>Condition was: %1</source>
        <translation>Bedingung vorher: %1</translation>
    </message>
    <message>
        <source>Was sorted by: %1</source>
        <translation>Vorher sortiert nach: %1</translation>
    </message>
    <message>
        <source>When empty was: %1</source>
        <translation>Wenn leer, vorher: %1</translation>
    </message>
    <message>
        <source>Note was: %1</source>
        <translation>Notiz vorher: %1</translation>
    </message>
    <message>
        <source>Filled %1 before</source>
        <translation>Füllte vorher %1</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Sample in</source>
        <translation>Beispielwert</translation>
    </message>
    <message>
        <source>Sample out</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>When empty</source>
        <translation>Wenn leer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>saved by %1</source>
        <translation>gespeichert von %1</translation>
    </message>
    <message>
        <source>Sample record: %1</source>
        <translation>Beispieldatensatz: %1</translation>
    </message>
    <message>
        <source>When nothing matches: the record is held.</source>
        <translation>Wenn nichts passt: Der Datensatz wird zurückgehalten.</translation>
    </message>
    <message>
        <source>When nothing matches: %1</source>
        <translation>Wenn nichts passt: %1</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Geprüft von</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Mapping sheet: %1</source>
        <translation>Zuordnungsblatt: %1</translation>
    </message>
    <message>
        <source>Version %1 and changes that are not saved</source>
        <translation>Version %1 und nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Marked: changes since version %1</source>
        <translation>Markiert: Änderungen seit Version %1</translation>
    </message>
    <message>
        <source>Appendix: lookup tables</source>
        <translation>Anhang: Nachschlagetabellen</translation>
    </message>
    <message>
        <source>%1 → %2 (%3)</source>
        <translation>%1 → %2 (%3)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 records done of %2</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Datensätze</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 je Minute</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln currencies</source>
        <translation>
            <numerusform>%Ln Währung</numerusform>
            <numerusform>%Ln Währungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 written, %3 held or failed</source>
        <translation>%1: %2 geschrieben, %3 zurückgehalten oder fehlgeschlagen</translation>
    </message>
    <message>
        <source>No records on these days</source>
        <translation>Keine Datensätze an diesen Tagen</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>ein Datensatz</translation>
    </message>
    <message numerus="yes">
        <source>%Ln invoices</source>
        <translation>
            <numerusform>%Ln Rechnung</numerusform>
            <numerusform>%Ln Rechnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln Kontakt</numerusform>
            <numerusform>%Ln Kontakte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deals</source>
        <translation>
            <numerusform>%Ln Deal</numerusform>
            <numerusform>%Ln Deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln Account</numerusform>
            <numerusform>%Ln Accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>Morgen %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>Gestern %1</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need you</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln braucht Sie</numerusform>
            <numerusform>%Ln brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>Noch nicht gelaufen</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Von Ihnen angehalten</translation>
    </message>
    <message>
        <source>Could not finish</source>
        <translation>Nicht beendet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln held</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln zurückgehalten</numerusform>
            <numerusform>%Ln zurückgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>All written</source>
        <translation>Alles geschrieben</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>an earlier version is in the books</source>
        <translation>eine frühere Fassung steht in den Büchern</translation>
    </message>
    <message>
        <source>nothing was posted</source>
        <translation>nichts gebucht</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Neuer Versuch läuft</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>an outcome, then whether anything was written</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>it may have been posted</source>
        <translation>vielleicht gebucht</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Only when you press Sync now</source>
        <translation>Nur mit „Jetzt abgleichen“</translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln hours</source>
        <comment>schedule</comment>
        <translation>
            <numerusform>Jede Stunde</numerusform>
            <numerusform>Alle %Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln minutes</source>
        <comment>schedule</comment>
        <translation>
            <numerusform>Jede Minute</numerusform>
            <numerusform>Alle %Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Every day at %1</source>
        <translation>Täglich um %1</translation>
    </message>
    <message>
        <source>Every %1 at %2</source>
        <extracomment>%1 is a list of weekdays, %2 a time of day</extracomment>
        <translation>Jeden %1 um %2</translation>
    </message>
    <message>
        <source>On day %1 of each month at %2</source>
        <translation>Am %1. jedes Monats um %2</translation>
    </message>
    <message>
        <source>On the last day of each month at %1</source>
        <translation>Am letzten Tag jedes Monats um %1</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>on schedule</source>
        <translation>nach Zeitplan</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>erneut versucht</translation>
    </message>
    <message>
        <source>after an interruption</source>
        <translation>nach einer Unterbrechung</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Line amount</source>
        <translation>Positionsbetrag</translation>
    </message>
    <message>
        <source>Amounts are</source>
        <translation>Beträge sind</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>Rabatt %</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>Steuersatz</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Contact number</source>
        <translation>Kontaktnummer</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>Rechnungsnummer</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Line items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Belegart</translation>
    </message>
    <message>
        <source>Link to the source</source>
        <translation>Link zur Quelle</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>Datensatznummer</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Wartet auf Genehmigung</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>Wartet auf Zahlung</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Sales invoice</source>
        <translation>Ausgangsrechnung</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Eingangsrechnung</translation>
    </message>
    <message>
        <source>Tax exclusive</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Tax inclusive</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>No tax</source>
        <translation>Keine Steuer</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %Ln more)</source>
        <translation>
            <numerusform>%1 (und noch eines)</numerusform>
            <numerusform>%1 (und %Ln weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole mapping</source>
        <translation>Die ganze Zuordnung</translation>
    </message>
    <message>
        <source>first</source>
        <translation>zuerst</translation>
    </message>
    <message>
        <source>only where %1</source>
        <translation>nur wo %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of this year: d, MMM stay</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Rows of the same %1 become one document.</source>
        <translation>Zeilen mit gleichem Wert in %1 werden ein Beleg.</translation>
    </message>
    <message>
        <source>Rows of the same %1 become one document, with the totals %2.</source>
        <extracomment>%2 lists names with their formulas</extracomment>
        <translation>Zeilen mit gleichem Wert in %1 werden ein Beleg, mit den Summen %2.</translation>
    </message>
    <message>
        <source>Each record becomes a document.</source>
        <translation>Jeder Datensatz wird ein Beleg.</translation>
    </message>
    <message>
        <source>always %1</source>
        <extracomment>a fixed number that every record gets</extracomment>
        <translation>immer %1</translation>
    </message>
    <message>
        <source>no field</source>
        <extracomment>of a formula that reads no field, such as =TODAY()</extracomment>
        <translation>kein Feld</translation>
    </message>
    <message>
        <source>sorted by %1</source>
        <translation>sortiert nach %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>Before, each record became a document.</source>
        <translation>Vorher wurde jeder Datensatz ein Beleg.</translation>
    </message>
    <message>
        <source>%1 stood where %2 stands now.</source>
        <translation>Wo jetzt %2 steht, stand %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more rows of this table are in the Excel file of this sheet.</source>
        <translation>
            <numerusform>%Ln weitere Zeile dieser Tabelle steht in der Excel-Datei dieses Blatts.</numerusform>
            <numerusform>%Ln weitere Zeilen dieser Tabelle stehen in der Excel-Datei dieses Blatts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>at the foot of a printed page</extracomment>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>The lookup tables stand on the sheet after this one.</source>
        <translation>Die Nachschlagetabellen stehen auf dem Blatt hinter diesem.</translation>
    </message>
    <message>
        <source>Lookup tables</source>
        <translation>Nachschlagetabellen</translation>
    </message>
    <message>
        <source>Currencies and day</source>
        <translation>Währungen und Tag</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>leave</source>
        <extracomment>in a narrow column, of a field whose source is empty: it is left as it is</extracomment>
        <translation>lassen</translation>
    </message>
    <message>
        <source>empty it</source>
        <extracomment>in a narrow column, of a field whose source is empty: it is emptied</extracomment>
        <translation>leeren</translation>
    </message>
    <message>
        <source>hold</source>
        <extracomment>in a narrow column, of a field whose source is empty: the record is held</extracomment>
        <translation>zurückhalten</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>what changed at a rule</comment>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>tieout::gui::ActivityBar</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What is running</source>
        <translation>Was gerade läuft</translation>
    </message>
    <message>
        <source>Progress of the running sync</source>
        <translation>Fortschritt des laufenden Abgleichs</translation>
    </message>
    <message>
        <source>Stop the running sync</source>
        <translation>Laufenden Abgleich anhalten</translation>
    </message>
    <message>
        <source>Stops after the records that are under way; nothing is left half done.</source>
        <translation>Hält nach den Datensätzen an, die gerade in Arbeit sind; nichts bleibt halb fertig.</translation>
    </message>
    <message>
        <source>Opening the workspace…</source>
        <translation>Arbeitsbereich wird geöffnet…</translation>
    </message>
    <message>
        <source>Practice company</source>
        <translation>Übungsfirma</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs on %1</source>
        <translation>Läuft auf %1</translation>
    </message>
    <message>
        <source>Read-only workspace</source>
        <translation>Arbeitsbereich nur lesbar</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Next: %1 · %2</source>
        <extracomment>%1 is a sync, %2 a time</extracomment>
        <translation>Nächster: %1 · %2</translation>
    </message>
    <message>
        <source>Nothing scheduled</source>
        <translation>Nichts geplant</translation>
    </message>
    <message>
        <source>Calls left today: not known yet</source>
        <translation>Heute noch freie Aufrufe: noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1 calls left today: %2 of %3</source>
        <translation>%1, heute noch freie Aufrufe: %2 von %3</translation>
    </message>
</context>
<context>
    <name>tieout::gui::AutoMapDialog</name>
    <message>
        <source>same name</source>
        <translation>gleicher Name</translation>
    </message>
    <message>
        <source>same meaning</source>
        <translation>gleiche Bedeutung</translation>
    </message>
    <message>
        <source>same kind of value in the sample</source>
        <translation>gleiche Art von Wert im Beispiel</translation>
    </message>
    <message>
        <source>used in an earlier mapping</source>
        <translation>in einer früheren Zuordnung verwendet</translation>
    </message>
    <message>
        <source>Suggested pairs</source>
        <translation>Vorgeschlagene Paare</translation>
    </message>
    <message>
        <source>Auto-map</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>This field</source>
        <translation>Dieses Feld</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>fills</source>
        <translation>füllt</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Nothing is mapped until you take it. Space ticks a pair; all that you take are one step that can be undone.</source>
        <translation>Nichts wird zugeordnet, bevor Sie es übernehmen. Die Leertaste wählt ein Paar aus; alles, was Sie übernehmen, ist ein einziger Schritt, der sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln chosen</source>
        <translation>
            <numerusform>%Ln gewähltes übernehmen</numerusform>
            <numerusform>%Ln gewählte übernehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take all %Ln</source>
        <translation>
            <numerusform>%Ln übernehmen</numerusform>
            <numerusform>Alle %Ln übernehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>tieout::gui::CanvasCommands</name>
    <message numerus="yes">
        <source>%Ln rules copied</source>
        <translation>
            <numerusform>%Ln Regel kopiert</numerusform>
            <numerusform>%Ln Regeln kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows into one document…</source>
        <translation>Zeilen zu einem Beleg…</translation>
    </message>
    <message>
        <source>Another field takes its place…</source>
        <translation>Durch ein anderes Feld ersetzen…</translation>
    </message>
    <message>
        <source>Map to…	M</source>
        <translation>Zuordnen zu…	M</translation>
    </message>
    <message>
        <source>Remove the rules that use it</source>
        <translation>Regeln entfernen, die es verwenden</translation>
    </message>
    <message>
        <source>Move its rules to…</source>
        <translation>Regeln verschieben nach…</translation>
    </message>
    <message>
        <source>Map from…	M</source>
        <translation>Zuordnen aus…	M</translation>
    </message>
    <message>
        <source>Lines: source, filter, order…	Enter</source>
        <translation>Positionen: Quelle, Filter, Reihenfolge…	Eingabe</translation>
    </message>
    <message>
        <source>Edit formula	F2</source>
        <translation>Formel bearbeiten	F2</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Cut rule	Ctrl+X</source>
        <translation>Regel ausschneiden	Strg+X</translation>
    </message>
    <message>
        <source>Copy rule	Ctrl+C</source>
        <translation>Regel kopieren	Strg+C</translation>
    </message>
    <message>
        <source>Paste rules	Ctrl+V</source>
        <translation>Regeln einfügen	Strg+V</translation>
    </message>
    <message>
        <source>Remove rule	Del</source>
        <translation>Regel entfernen	Entf</translation>
    </message>
    <message>
        <source>When the result is empty</source>
        <translation>Wenn das Ergebnis leer ist</translation>
    </message>
    <message>
        <source>Leave the field as it is</source>
        <translation>Feld unverändert lassen</translation>
    </message>
    <message>
        <source>Clear the field</source>
        <translation>Feld leeren</translation>
    </message>
    <message>
        <source>Hold the record for a person</source>
        <translation>Datensatz zur Klärung zurückhalten</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>„%1“ zeigen</translation>
    </message>
    <message>
        <source>Move its rule to…</source>
        <translation>Regel verschieben nach…</translation>
    </message>
    <message>
        <source>“%1” is filled by the system itself</source>
        <translation>„%1“ wird vom System selbst gefüllt</translation>
    </message>
</context>
<context>
    <name>tieout::gui::ConnectSteps</name>
    <message>
        <source>Nothing can be written until you switch writing on, after the first preview of a sync.</source>
        <translation>Es kann nichts geschrieben werden, bis Sie nach der ersten Vorschau eines Abgleichs das Schreiben einschalten.</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Add a connection: %1</source>
        <translation>Verbindung hinzufügen: %1</translation>
    </message>
    <message>
        <source>Sign in again: %1</source>
        <translation>Erneut anmelden: %1</translation>
    </message>
    <message>
        <source>Change settings: %1</source>
        <translation>Einstellungen ändern: %1</translation>
    </message>
    <message>
        <source>Sign in in the browser</source>
        <translation>Im Browser anmelden</translation>
    </message>
    <message>
        <source>Nothing can be written to %1 until you switch writing on, after the first preview of a sync.</source>
        <translation>In %1 kann nichts geschrieben werden, bis Sie nach der ersten Vorschau eines Abgleichs das Schreiben einschalten.</translation>
    </message>
    <message numerus="yes">
        <source>stay signed in until you disconnect (%Ln days without use)</source>
        <translation>
            <numerusform>angemeldet bleiben, bis Sie die Verbindung trennen (%Ln Tag ohne Nutzung)</numerusform>
            <numerusform>angemeldet bleiben, bis Sie die Verbindung trennen (%Ln Tage ohne Nutzung)</numerusform>
        </translation>
    </message>
    <message>
        <source>stay signed in until you disconnect</source>
        <translation>angemeldet bleiben, bis Sie die Verbindung trennen</translation>
    </message>
    <message>
        <source>Tieout will ask to</source>
        <translation>Tieout bittet um die Erlaubnis:</translation>
    </message>
    <message>
        <source>Tieout will</source>
        <translation>Tieout wird:</translation>
    </message>
    <message>
        <source>Sign in to %1 in your browser</source>
        <translation>Im Browser bei %1 anmelden</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Your browser opens %1&apos;s own page. You choose the organisation there; Tieout never sees your password.</source>
        <translation>Ihr Browser öffnet die eigene Seite von %1. Dort wählen Sie die Organisation; Tieout sieht Ihr Passwort nie.</translation>
    </message>
    <message>
        <source>Fill in what follows. Keys and passwords go into this computer&apos;s keychain, nowhere else.</source>
        <translation>Füllen Sie die folgenden Felder aus. Schlüssel und Passwörter werden im Schlüsselbund dieses Computers abgelegt, nirgendwo sonst.</translation>
    </message>
    <message>
        <source>Fill in what follows.</source>
        <translation>Füllen Sie die folgenden Felder aus.</translation>
    </message>
    <message>
        <source>Connect in browser</source>
        <translation>Im Browser verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Opening your browser…</source>
        <translation>Ihr Browser wird geöffnet…</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation>Die Verbindung wird geprüft…</translation>
    </message>
    <message>
        <source>Waiting for %1… %2</source>
        <translation>Warten auf %1… %2</translation>
    </message>
    <message>
        <source>Finish in the browser window, then come back here.</source>
        <translation>Schließen Sie die Anmeldung im Browserfenster ab und kehren Sie dann hierher zurück.</translation>
    </message>
    <message>
        <source>Your browser did not open. Copy the link and open it yourself.</source>
        <translation>Ihr Browser hat sich nicht geöffnet. Kopieren Sie den Link und öffnen Sie ihn selbst.</translation>
    </message>
    <message>
        <source>demo company</source>
        <translation>Demofirma</translation>
    </message>
    <message>
        <source>Your %1 organisation</source>
        <translation>Ihre Organisation bei %1</translation>
    </message>
    <message>
        <source>%1 is connected</source>
        <translation>%1 ist verbunden</translation>
    </message>
    <message>
        <source>Tested: %1 answers. Its syncs go on.</source>
        <translation>Geprüft: %1 antwortet. Die Abgleiche gehen weiter.</translation>
    </message>
    <message>
        <source>Tested: %1 answers. The connection is read-only until you switch writing on.</source>
        <translation>Geprüft: %1 antwortet. Die Verbindung kann nur lesen, bis Sie das Schreiben einschalten.</translation>
    </message>
    <message>
        <source>1 System</source>
        <translation>1 System</translation>
    </message>
    <message>
        <source>2 Sign in</source>
        <translation>2 Anmelden</translation>
    </message>
    <message>
        <source>3 Organisation</source>
        <translation>3 Organisation</translation>
    </message>
    <message>
        <source>4 Done</source>
        <translation>4 Fertig</translation>
    </message>
    <message>
        <source>Which system do you want to connect?</source>
        <translation>Welches System möchten Sie verbinden?</translation>
    </message>
    <message>
        <source>sign in, or use the practice company</source>
        <translation>anmelden oder Übungsfirma nutzen</translation>
    </message>
    <message>
        <source>sign in through your browser</source>
        <translation>im Browser anmelden</translation>
    </message>
    <message>
        <source>Ask for adding and changing too, so that syncs may write there later</source>
        <translation>Auch um das Anlegen und Ändern bitten, damit Abgleiche dort später schreiben dürfen</translation>
    </message>
    <message>
        <source>Without it the sign-in can only read; you can sign in again at any time.</source>
        <translation>Ohne dies kann die Anmeldung nur lesen; Sie können sich jederzeit erneut anmelden.</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>Art der Anmeldung</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Seite erneut öffnen</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht mehr warten</translation>
    </message>
    <message>
        <source>Which organisation?</source>
        <translation>Welche Organisation?</translation>
    </message>
    <message>
        <source>Each organisation is a connection of its own. Add the others afterwards.</source>
        <translation>Jede Organisation ist eine eigene Verbindung. Fügen Sie die anderen danach hinzu.</translation>
    </message>
    <message>
        <source>Connect this organisation</source>
        <translation>Diese Organisation verbinden</translation>
    </message>
    <message>
        <source>New sync</source>
        <translation>Neuer Abgleich</translation>
    </message>
    <message>
        <source>Add another connection</source>
        <translation>Weitere Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Where your keys live</source>
        <translation>Wo Ihre Schlüssel liegen</translation>
    </message>
    <message>
        <source>In this computer&apos;s keychain, nowhere else. Ledger data stays in your workspace file.</source>
        <translation>Im Schlüsselbund dieses Computers, nirgendwo sonst. Die Buchhaltungsdaten bleiben in der Datei Ihres Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>New connections are read-only</source>
        <translation>Neue Verbindungen können nur lesen</translation>
    </message>
    <message>
        <source>Just trying?</source>
        <translation>Nur ausprobieren?</translation>
    </message>
    <message>
        <source>Use the practice company: the same screens, made-up books, offline.</source>
        <translation>Nutzen Sie die Übungsfirma: die gleichen Seiten, erfundene Bücher, ohne Internet.</translation>
    </message>
    <message>
        <source>Connect practice company</source>
        <translation>Übungsfirma verbinden</translation>
    </message>
</context>
<context>
    <name>tieout::gui::ConnectionCard</name>
    <message>
        <source>%1 · practice company</source>
        <translation>%1 · Übungsfirma</translation>
    </message>
    <message>
        <source>Signed in by %1, %2</source>
        <translation>Angemeldet von %1, %2</translation>
    </message>
    <message>
        <source>Connected %1</source>
        <translation>Verbunden: %1</translation>
    </message>
    <message>
        <source>Signed in %1</source>
        <translation>Angemeldet: %1</translation>
    </message>
    <message>
        <source>Sign in again by %1</source>
        <translation>Erneut anmelden bis: %1</translation>
    </message>
    <message>
        <source>Without use, sign in again by %1</source>
        <translation>Ohne Nutzung erneut anmelden bis: %1</translation>
    </message>
    <message>
        <source>Stays connected until you disconnect</source>
        <translation>Bleibt verbunden, bis Sie trennen</translation>
    </message>
    <message>
        <source>Stays signed in until you disconnect</source>
        <translation>Bleibt angemeldet, bis Sie trennen</translation>
    </message>
    <message numerus="yes">
        <source>Needs %Ln more permission(s)</source>
        <translation>
            <numerusform>Braucht noch %Ln Berechtigung</numerusform>
            <numerusform>Braucht noch %Ln Berechtigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>A sync needs this: %1. Sign in again to give it.</source>
        <translation>Ein Abgleich braucht dies: %1. Melden Sie sich erneut an, um es zu erlauben.</translation>
    </message>
    <message>
        <source>Only read: there is nothing that could be written.</source>
        <translation>Nur Lesen: Es gibt nichts, was geschrieben werden könnte.</translation>
    </message>
    <message>
        <source>Tieout may write to %1</source>
        <translation>Tieout darf in %1 schreiben</translation>
    </message>
    <message>
        <source>Switch off to make this connection read-only</source>
        <translation>Ausschalten, damit diese Verbindung nur noch liest</translation>
    </message>
    <message>
        <source>Read-only: nothing can be changed in this organisation</source>
        <translation>Nur Lesen: In dieser Organisation kann nichts geändert werden</translation>
    </message>
    <message>
        <source>Syncs write here after their preview has been looked at.</source>
        <translation>Abgleiche schreiben hier, sobald ihre Vorschau angesehen wurde.</translation>
    </message>
    <message>
        <source>Read-only: syncs can be previewed, nothing is written.</source>
        <translation>Nur Lesen: Eine Vorschau der Abgleiche ist möglich, es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Look at records</source>
        <translation>Datensätze ansehen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Trennen…</translation>
    </message>
</context>
<context>
    <name>tieout::gui::ConnectionsPage</name>
    <message>
        <source>Add a connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No connections yet</source>
        <translation>Noch keine Verbindungen</translation>
    </message>
    <message>
        <source>A connection is one organisation at one system. You sign in on the system&apos;s own page; Tieout never sees your password, and a new connection can only read.</source>
        <translation>Eine Verbindung ist eine Organisation in einem System. Sie melden sich auf der eigenen Seite des Systems an; Tieout sieht Ihr Passwort nie, und eine neue Verbindung kann nur lesen.</translation>
    </message>
    <message>
        <source>Written. The list shows it as the system has it now.</source>
        <translation>Geschrieben. Die Liste zeigt den jetzigen Stand im System.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>The connection works: the system answered and the organisation is the right one.</source>
        <translation>Die Verbindung funktioniert: Das System hat geantwortet, und die Organisation ist die richtige.</translation>
    </message>
    <message>
        <source>Syncs may write to %1 from now on.</source>
        <translation>Abgleiche dürfen ab jetzt in %1 schreiben.</translation>
    </message>
    <message>
        <source>%1 is read-only now.</source>
        <translation>In %1 wird jetzt nur noch gelesen.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Disconnect %1?</source>
        <translation>%1 trennen?</translation>
    </message>
    <message>
        <source>Tieout signs out there and forgets the keys. Syncs of this connection stop. Their history stays. To use it again, somebody must sign in.</source>
        <translation>Tieout meldet sich dort ab und vergisst die Schlüssel. Die Abgleiche dieser Verbindung halten an. Ihr Verlauf bleibt erhalten. Um die Verbindung wieder zu nutzen, muss sich jemand anmelden.</translation>
    </message>
    <message>
        <source>Disconnected. The keys are gone from this computer.</source>
        <translation>Getrennt. Die Schlüssel sind von diesem Computer gelöscht.</translation>
    </message>
    <message>
        <source>Disconnected. The permission was taken back there, and the keys are gone from this computer.</source>
        <translation>Getrennt. Die Berechtigung wurde dort zurückgenommen, und die Schlüssel sind von diesem Computer gelöscht.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::EntryDialog</name>
    <message>
        <source>Add a line</source>
        <translation>Position hinzufügen</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>In %1 schreiben</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Ändern: %1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Only lines that you change are sent.</source>
        <translation>Es werden nur Zeilen gesendet, die Sie ändern.</translation>
    </message>
    <message>
        <source>Fill in what you need; lines with * must be filled.</source>
        <translation>Füllen Sie aus, was Sie brauchen; Zeilen mit * müssen ausgefüllt werden.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>Nothing was filled in.</source>
        <translation>Es wurde nichts ausgefüllt.</translation>
    </message>
    <message>
        <source>Fill in at least one line.</source>
        <translation>Füllen Sie mindestens eine Zeile aus.</translation>
    </message>
    <message>
        <source>It is not known whether this was written.</source>
        <translation>Es steht nicht fest, ob dies geschrieben wurde.</translation>
    </message>
    <message>
        <source>Look in %1 before you enter it again.</source>
        <translation>Sehen Sie in %1 nach, bevor Sie es erneut eingeben.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::FieldChoice</name>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>Einen Teil des Namens eingeben</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>&amp;Replace what is there</source>
        <translation>Vorhandenes &amp;ersetzen</translation>
    </message>
    <message>
        <source>&amp;Join to what is there</source>
        <translation>Vorhandenes er&amp;gänzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>tieout::gui::FieldDelegate</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Date, like %1</source>
        <translation>Datum, zum Beispiel %1</translation>
    </message>
    <message>
        <source>Date and time, like %1 09:00, in your own time zone</source>
        <translation>Datum und Uhrzeit, zum Beispiel %1 09:00, in Ihrer eigenen Zeitzone</translation>
    </message>
    <message>
        <source>Amount, like %1</source>
        <translation>Betrag, zum Beispiel %1</translation>
    </message>
    <message>
        <source>Number, like %1</source>
        <translation>Zahl, zum Beispiel %1</translation>
    </message>
</context>
<context>
    <name>tieout::gui::FileFindings</name>
    <message>
        <source>What was found in “%1”</source>
        <translation>Was in „%1“ gefunden wurde</translation>
    </message>
    <message>
        <source>Press Choose in its line below.</source>
        <translation>Klicken Sie unten in der betreffenden Zeile auf „Wählen“.</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>tieout::gui::FilesDialog</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>No files hang on this record yet.</source>
        <translation>An diesem Datensatz hängen noch keine Dateien.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <source>Files: %1</source>
        <translation>Dateien: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Files can be looked at and saved here.</source>
        <translation>Dateien können hier angesehen und gespeichert werden.</translation>
    </message>
    <message>
        <source>A file may have up to %1. It takes the place of one with the same name; you are asked before that happens.</source>
        <translation>Eine Datei darf bis zu %1 groß sein. Sie ersetzt eine gleichen Namens; Sie werden vorher gefragt.</translation>
    </message>
    <message>
        <source>A file may have up to %1. Several files may have the same name.</source>
        <translation>Eine Datei darf bis zu %1 groß sein. Mehrere Dateien dürfen gleich heißen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Datei hinzufügen</translation>
    </message>
    <message>
        <source>Replace “%1”</source>
        <translation>„%1“ ersetzen</translation>
    </message>
    <message>
        <source>A file named “%1” hangs there already. The new one would take its place.</source>
        <translation>Dort hängt schon eine Datei namens „%1“. Die neue würde sie ersetzen.</translation>
    </message>
    <message>
        <source>Press Replace, or give your file another name first.</source>
        <translation>Wählen Sie „Ersetzen“ oder geben Sie Ihrer Datei vorher einen anderen Namen.</translation>
    </message>
    <message>
        <source>It is not known whether this file arrived.</source>
        <translation>Es ist nicht bekannt, ob diese Datei angekommen ist.</translation>
    </message>
    <message>
        <source>Look at the record in %1 before you add it again.</source>
        <translation>Sehen Sie sich den Datensatz in %1 an, bevor Sie sie erneut hinzufügen.</translation>
    </message>
    <message>
        <source>Added as “%1”.</source>
        <translation>Als „%1“ hinzugefügt.</translation>
    </message>
    <message>
        <source>“%1” was replaced.</source>
        <translation>„%1“ wurde ersetzt.</translation>
    </message>
    <message>
        <source>“%1” hangs there already, with the same content. Nothing was sent.</source>
        <translation>„%1“ hängt dort schon, mit gleichem Inhalt. Es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::FlowEditor</name>
    <message>
        <source>Nothing is read or written until you press Sync now. Choose another rule and this sync runs while Tieout is open, or its agent.</source>
        <translation>Es wird nichts gelesen oder geschrieben, bis Sie „Jetzt abgleichen“ wählen. Mit einer anderen Regel läuft dieser Abgleich, solange Tieout oder sein Hintergrunddienst läuft.</translation>
    </message>
    <message>
        <source>It runs while Tieout is open, or its agent.</source>
        <translation>Der Abgleich läuft, solange Tieout oder sein Hintergrunddienst läuft.</translation>
    </message>
    <message>
        <source>None: it does not run by itself.</source>
        <translation>Keine: Der Abgleich läuft nicht von selbst.</translation>
    </message>
    <message>
        <source>No time fits: choose at least one day.</source>
        <translation>Kein Termin passt: Wählen Sie mindestens einen Tag.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Vorschau: %1</translation>
    </message>
    <message>
        <source>Nothing is written yet</source>
        <translation>Noch ist nichts geschrieben</translation>
    </message>
    <message>
        <source>Sync now to %1</source>
        <translation>Jetzt abgleichen: %1</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Nothing to write</source>
        <translation>Nichts zu schreiben</translation>
    </message>
    <message>
        <source>Write %1 to %2</source>
        <translation>%1 in %2 schreiben</translation>
    </message>
    <message>
        <source>Rules saved. They hold from the next run on.</source>
        <translation>Regeln gespeichert. Sie gelten ab dem nächsten Lauf.</translation>
    </message>
    <message>
        <source>Schedule saved.</source>
        <translation>Zeitplan gespeichert.</translation>
    </message>
    <message>
        <source>Allow writing</source>
        <translation>Schreiben erlauben</translation>
    </message>
    <message>
        <source>%1 is read-only. Allow Tieout to write to it?</source>
        <translation>In %1 darf Tieout nur lesen. Soll Tieout dort schreiben dürfen?</translation>
    </message>
    <message>
        <source>Only previewed syncs write, new documents get the status of their sync, and writing can be switched off again on the Connections screen.</source>
        <translation>Nur Abgleiche mit angesehener Vorschau schreiben, neue Belege erhalten den Status ihres Abgleichs, und das Schreiben lässt sich unter „Verbindungen“ wieder ausschalten.</translation>
    </message>
    <message>
        <source>Allow and write</source>
        <translation>Erlauben und schreiben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records written</source>
        <translation>
            <numerusform>%Ln Datensatz geschrieben</numerusform>
            <numerusform>%Ln Datensätze geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new to write.</source>
        <translation>Nichts Neues zu schreiben.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Shows each record and field before anything is written</source>
        <translation>Zeigt jeden Datensatz und jedes Feld, bevor etwas geschrieben wird</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>What this sync reads</source>
        <translation>Was dieser Abgleich liest</translation>
    </message>
    <message>
        <source>How a record is recognised, in this order</source>
        <translation>Woran ein Datensatz erkannt wird, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>No customer is e-mailed and nothing is deleted by a sync. A ceiling stops the run before it writes more, and asks.</source>
        <translation>Ein Abgleich schickt keinem Kunden eine E-Mail und löscht nichts. Eine Obergrenze hält den Lauf an, bevor er mehr schreibt, und fragt nach.</translation>
    </message>
    <message>
        <source>Save rules</source>
        <translation>Regeln speichern</translation>
    </message>
    <message>
        <source>When it runs by itself</source>
        <translation>Wann der Abgleich von selbst läuft</translation>
    </message>
    <message>
        <source>Save schedule</source>
        <translation>Zeitplan speichern</translation>
    </message>
    <message>
        <source>The next ten times</source>
        <translation>Die nächsten zehn Termine</translation>
    </message>
    <message>
        <source>See what it would do</source>
        <translation>Sehen, was geschehen würde</translation>
    </message>
    <message>
        <source>A preview reads both sides and shows each record and field: as it is now, and after the run. Nothing is written. The first run of a sync always starts here.</source>
        <translation>Eine Vorschau liest beide Seiten und zeigt jeden Datensatz und jedes Feld: wie es jetzt ist und wie es nach dem Lauf wäre. Es wird nichts geschrieben. Der erste Lauf eines Abgleichs beginnt immer hier.</translation>
    </message>
    <message>
        <source>Start the preview</source>
        <translation>Vorschau starten</translation>
    </message>
</context>
<context>
    <name>tieout::gui::FlowTable</name>
    <message>
        <source>Syncs</source>
        <translation>Abgleiche</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Letztes Ergebnis</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>14 days</source>
        <translation>14 Tage</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Sync now: %1</source>
        <translation>Jetzt abgleichen: %1</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Läuft…</translation>
    </message>
</context>
<context>
    <name>tieout::gui::FlowsPage</name>
    <message>
        <source>New sync</source>
        <translation>Neuer Abgleich</translation>
    </message>
    <message>
        <source>No syncs yet</source>
        <translation>Noch keine Abgleiche</translation>
    </message>
    <message>
        <source>A sync takes records from one system to another: for example closed-won deals to Xero invoices. Start from a template; everything in it can be looked at before it writes.</source>
        <translation>Ein Abgleich überträgt Datensätze von einem System in ein anderes: zum Beispiel gewonnene Deals als Rechnungen nach Xero. Beginnen Sie mit einer Vorlage; alles darin lässt sich ansehen, bevor etwas geschrieben wird.</translation>
    </message>
    <message>
        <source>Syncs</source>
        <translation>Abgleiche</translation>
    </message>
</context>
<context>
    <name>tieout::gui::FormulaBar</name>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>F2 edit · Ctrl+Space complete</source>
        <translation>F2 bearbeiten · Strg+Leertaste ergänzen</translation>
    </message>
    <message>
        <source>Why this value?</source>
        <translation>Warum dieser Wert?</translation>
    </message>
    <message>
        <source>List options…</source>
        <translation>Listenoptionen…</translation>
    </message>
    <message>
        <source>Formula of</source>
        <translation>Formel von</translation>
    </message>
    <message>
        <source>About this value</source>
        <translation>Zu diesem Wert</translation>
    </message>
    <message>
        <source>What happens when the value is empty</source>
        <translation>Was geschieht, wenn der Wert leer ist</translation>
    </message>
    <message>
        <source>Formula of %1</source>
        <translation>Formel von %1</translation>
    </message>
    <message>
        <source>When empty: %1 ▾</source>
        <extracomment>what happens when a value is empty: &quot;When empty: leave as it is ▾&quot;</extracomment>
        <translation>Wenn leer: %1 ▾</translation>
    </message>
    <message>
        <source>line %1 of %2</source>
        <extracomment>which line of the sample&apos;s list the values are of; a press shows the next</extracomment>
        <translation>Position %1 von %2</translation>
    </message>
    <message>
        <source>Show the next line</source>
        <translation>Nächste Position zeigen</translation>
    </message>
    <message>
        <source>A list makes the lines: =[Products]</source>
        <translation>Eine Liste ergibt die Positionen: =[Products]</translation>
    </message>
    <message>
        <source>Map the fields inside it.</source>
        <translation>Ordnen Sie die Felder darin zu.</translation>
    </message>
    <message>
        <source>= starts a formula, [ a field. Anything else is a fixed value.</source>
        <translation>= beginnt eine Formel, [ ein Feld. Alles andere ist ein fester Wert.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Choose a field that is filled to see its formula.</source>
        <translation>Wählen Sie ein Feld, das gefüllt wird, um seine Formel zu sehen.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::FormulaHints</name>
    <message>
        <source>lookup table</source>
        <translation>Nachschlagetabelle</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>setting of the organisation</source>
        <translation>Einstellung der Organisation</translation>
    </message>
    <message>
        <source>number of the line</source>
        <translation>Nummer der Position</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>%1, %2, %3 of %4</source>
        <extracomment>a suggestion as a screen reader says it: its name, what it is, place and number of all</extracomment>
        <translation>%1, %2, %3 von %4</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>group of fields</source>
        <translation>Gruppe von Feldern</translation>
    </message>
</context>
<context>
    <name>tieout::gui::Gallery</name>
    <message>
        <source>No template fits this search.</source>
        <translation>Keine Vorlage passt zu dieser Suche.</translation>
    </message>
    <message>
        <source>Search: invoices, Salesforce, contacts…</source>
        <translation>Suchen: Rechnungen, Salesforce, Kontakte…</translation>
    </message>
    <message>
        <source>Search in the templates</source>
        <translation>In den Vorlagen suchen</translation>
    </message>
    <message>
        <source>%1 to read from</source>
        <translation>%1 zum Lesen</translation>
    </message>
    <message>
        <source>%1 to write to</source>
        <translation>%1 zum Schreiben</translation>
    </message>
    <message>
        <source>Use this template</source>
        <translation>Vorlage verwenden</translation>
    </message>
    <message>
        <source>Add the connections first</source>
        <translation>Zuerst Verbindungen hinzufügen</translation>
    </message>
</context>
<context>
    <name>tieout::gui::Gauge</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 calls of %2 that the system allows in a day</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>tieout::gui::GroupOptions</name>
    <message>
        <source>Rows into one document</source>
        <translation>Zeilen zu einem Beleg</translation>
    </message>
    <message>
        <source>Fields that tell documents apart</source>
        <translation>Felder, die Belege unterscheiden</translation>
    </message>
    <message>
        <source>Rows with the same values in the ticked fields become one document; the rows are its lines. Nothing ticked: each row is a document of its own.</source>
        <translation>Zeilen mit gleichen Werten in den angekreuzten Feldern werden zu einem Beleg; die Zeilen sind seine Positionen. Nichts angekreuzt: Jede Zeile ist ein eigener Beleg.</translation>
    </message>
    <message>
        <source>Totals over the rows</source>
        <translation>Summen über die Zeilen</translation>
    </message>
    <message>
        <source>Add a total</source>
        <translation>Summe hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Name of the total</source>
        <translation>Name der Summe</translation>
    </message>
    <message>
        <source>Formula of the total</source>
        <translation>Formel der Summe</translation>
    </message>
    <message>
        <source>=SUM([Rows › Amount])</source>
        <translation>=SUM([Rows › Amount])</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 (no longer there)</source>
        <translation>%1 (nicht mehr vorhanden)</translation>
    </message>
</context>
<context>
    <name>tieout::gui::ImportDialog</name>
    <message>
        <source>Take rows from a file</source>
        <translation>Zeilen aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>The first line holds headings: %1 | %2</source>
        <translation>Die erste Zeile enthält Überschriften: %1 | %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>In the file more than once: %1. Only the first row of each counts.</source>
        <translation>Mehr als einmal in der Datei: %1. Es zählt jeweils nur die erste Zeile.</translation>
    </message>
    <message>
        <source>Rows with an empty first column are left out: %1.</source>
        <translation>Zeilen mit leerer erster Spalte werden ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Replace the rows</source>
        <translation>Zeilen ersetzen</translation>
    </message>
    <message>
        <source>Add to the rows</source>
        <translation>Zeilen ergänzen</translation>
    </message>
    <message>
        <source>Rows that are there already get the value of the file.</source>
        <translation>Zeilen, die es schon gibt, erhalten den Wert aus der Datei.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The file has %1 columns: the first two are taken.</source>
        <translation>Die Datei hat %1 Spalten: Die ersten beiden werden übernommen.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::ListOptions</name>
    <message>
        <source>One line for each of</source>
        <translation>Eine Position je</translation>
    </message>
    <message>
        <source>=[Products], or =[.] for the record itself</source>
        <translation>=[Products] oder =[.] für den Datensatz selbst</translation>
    </message>
    <message>
        <source>Only where</source>
        <translation>Nur wenn</translation>
    </message>
    <message>
        <source>=[Quantity] &gt; 0; empty takes all</source>
        <translation>=[Quantity] &gt; 0; leer nimmt alle</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sortiert nach</translation>
    </message>
    <message>
        <source>=[Description]; empty leaves the order</source>
        <translation>=[Description]; leer lässt die Reihenfolge</translation>
    </message>
    <message>
        <source>When there is no line</source>
        <translation>Wenn es keine Position gibt</translation>
    </message>
    <message>
        <source>Add lines from elsewhere…</source>
        <translation>Weitere Positionen anfügen…</translation>
    </message>
    <message>
        <source>Lines from a second list follow those of the first</source>
        <translation>Positionen aus einer zweiten Liste folgen auf die der ersten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>The record itself, as one line</source>
        <translation>Der Datensatz selbst, als eine Position</translation>
    </message>
    <message>
        <source>Where do further lines come from?</source>
        <translation>Woher kommen weitere Positionen?</translation>
    </message>
    <message>
        <source>List options: %1</source>
        <translation>Listenoptionen: %1</translation>
    </message>
</context>
<context>
    <name>tieout::gui::LookupGrid</name>
    <message>
        <source>Rows of the lookup table</source>
        <translation>Zeilen der Nachschlagetabelle</translation>
    </message>
    <message>
        <source>Sort by %1, A to Z</source>
        <translation>Nach „%1“ sortieren, A bis Z</translation>
    </message>
    <message>
        <source>Sort by %1, Z to A</source>
        <translation>Nach „%1“ sortieren, Z bis A</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Zeile anlegen</translation>
    </message>
    <message>
        <source>Remove the chosen rows</source>
        <translation>Gewählte Zeilen entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben schieben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten schieben</translation>
    </message>
</context>
<context>
    <name>tieout::gui::LookupHistory</name>
    <message>
        <source>Changes of this table</source>
        <translation>Änderungen dieser Tabelle</translation>
    </message>
    <message>
        <source>Rows that changed</source>
        <translation>Geänderte Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>Made with %Ln rows</source>
        <translation>
            <numerusform>Mit %Ln Zeile angelegt</numerusform>
            <numerusform>Mit %Ln Zeilen angelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>Table removed</source>
        <translation>Tabelle entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows added</source>
        <translation>
            <numerusform>%Ln Zeile hinzugefügt</numerusform>
            <numerusform>%Ln Zeilen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows removed</source>
        <translation>
            <numerusform>%Ln Zeile entfernt</numerusform>
            <numerusform>%Ln Zeilen entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows changed</source>
        <translation>
            <numerusform>%Ln Zeile geändert</numerusform>
            <numerusform>%Ln Zeilen geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>another order</source>
        <translation>andere Reihenfolge</translation>
    </message>
    <message>
        <source>rules of the table changed</source>
        <translation>Regeln der Tabelle geändert</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>author not known</source>
        <translation>Verfasser nicht bekannt</translation>
    </message>
    <message>
        <source>No changes yet</source>
        <translation>Noch keine Änderungen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Heading of the first column</source>
        <translation>Überschrift der ersten Spalte</translation>
    </message>
    <message>
        <source>Heading of the second column</source>
        <translation>Überschrift der zweiten Spalte</translation>
    </message>
    <message>
        <source>Value when nothing matches</source>
        <translation>Wert, wenn nichts passt</translation>
    </message>
    <message>
        <source>When nothing matches</source>
        <translation>Wenn nichts passt</translation>
    </message>
    <message>
        <source>hold the record</source>
        <translation>Datensatz zurückhalten</translation>
    </message>
    <message>
        <source>use a value</source>
        <translation>einen Wert verwenden</translation>
    </message>
</context>
<context>
    <name>tieout::gui::LookupRows</name>
    <message>
        <source>pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>nothing to match</source>
        <translation>nichts zu vergleichen</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>never reached</source>
        <translation>nie erreicht</translation>
    </message>
    <message>
        <source>* stands for any text and ? for one character. A row that fits exactly comes first, then the first pattern that fits.</source>
        <translation>* steht für beliebigen Text und ? für ein Zeichen. Eine Zeile, die genau passt, gilt zuerst, danach das erste Muster, das passt.</translation>
    </message>
    <message>
        <source>The first column is empty: this row is left out when the table is saved.</source>
        <translation>Die erste Spalte ist leer: Diese Zeile wird beim Speichern der Tabelle ausgelassen.</translation>
    </message>
    <message>
        <source>A row above has the same value in the first column. Only that one counts.</source>
        <translation>Eine Zeile darüber hat in der ersten Spalte denselben Wert. Nur jene zählt.</translation>
    </message>
    <message>
        <source>The pattern * above fits everything, so this pattern is never reached.</source>
        <translation>Das Muster * darüber passt auf alles, deshalb wird dieses Muster nie erreicht.</translation>
    </message>
    <message>
        <source>New row…</source>
        <translation>Neue Zeile…</translation>
    </message>
    <message>
        <source>When it is</source>
        <translation>Bei Wert</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>The second column is empty: a record that matches this row gets an empty value.</source>
        <translation>Die zweite Spalte ist leer: Ein Datensatz, zu dem diese Zeile passt, bekommt einen leeren Wert.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::LookupsPage</name>
    <message>
        <source>Undo: a value typed</source>
        <translation>Rückgängig: Wert eingegeben</translation>
    </message>
    <message>
        <source>Undo: a row added</source>
        <translation>Rückgängig: Zeile hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <source>Undo: %Ln rows removed</source>
        <translation>
            <numerusform>Rückgängig: %Ln Zeile entfernt</numerusform>
            <numerusform>Rückgängig: %Ln Zeilen entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo: %Ln rows pasted</source>
        <translation>
            <numerusform>Rückgängig: %Ln Zeile eingefügt</numerusform>
            <numerusform>Rückgängig: %Ln Zeilen eingefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo: %Ln rows taken from a file</source>
        <translation>
            <numerusform>Rückgängig: %Ln Zeile aus einer Datei übernommen</numerusform>
            <numerusform>Rückgängig: %Ln Zeilen aus einer Datei übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: a row moved</source>
        <translation>Rückgängig: Zeile verschoben</translation>
    </message>
    <message>
        <source>Undo: changes discarded</source>
        <translation>Rückgängig: Änderungen verworfen</translation>
    </message>
    <message>
        <source>Undo: when nothing matches</source>
        <translation>Rückgängig: wenn nichts passt</translation>
    </message>
    <message>
        <source>“%1” was changed by somebody else while you were editing it.</source>
        <translation>„%1“ wurde von jemand anderem geändert, während Sie daran arbeiteten.</translation>
    </message>
    <message>
        <source>Your changes are still here. Saving puts yours in place of theirs; the history keeps both.</source>
        <translation>Ihre Änderungen sind noch da. Beim Speichern treten Ihre an die Stelle der anderen; der Verlauf behält beide.</translation>
    </message>
    <message>
        <source>● %1</source>
        <translation>● %1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>%1, not saved yet</source>
        <translation>%1, noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Need a look: %1</source>
        <translation>Zu prüfen: %1</translation>
    </message>
    <message>
        <source>which records are left out</source>
        <translation>welche Datensätze ausgelassen werden</translation>
    </message>
    <message>
        <source>not used by any sync</source>
        <translation>von keinem Abgleich verwendet</translation>
    </message>
    <message numerus="yes">
        <source>used by %Ln syncs</source>
        <translation>
            <numerusform>von %Ln Abgleich verwendet</numerusform>
            <numerusform>von %Ln Abgleichen verwendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records are held for a missing row: %1.</source>
        <translation>
            <numerusform>%Ln Datensatz wird wegen einer fehlenden Zeile zurückgehalten: %1.</numerusform>
            <numerusform>%Ln Datensätze werden wegen einer fehlenden Zeile zurückgehalten: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>the looked-up field is empty</source>
        <translation>das nachgeschlagene Feld ist leer</translation>
    </message>
    <message>
        <source>Remove table</source>
        <translation>Tabelle entfernen</translation>
    </message>
    <message>
        <source>Remove the lookup table “%1”?</source>
        <translation>Die Nachschlagetabelle „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its rows stay in the history.</source>
        <translation>Ihre Zeilen bleiben im Verlauf.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>„%1“ ist entfernt.</translation>
    </message>
    <message>
        <source>Take rows from a file</source>
        <translation>Zeilen aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>Save rows as a file</source>
        <translation>Zeilen als Datei speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.txt *.tsv)</source>
        <translation>CSV-Dateien (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>Excel files (*.xlsx)</source>
        <translation>Excel-Dateien (*.xlsx)</translation>
    </message>
    <message>
        <source>Taken over. Nothing is kept until you save the table.</source>
        <translation>Übernommen. Nichts wird behalten, bevor Sie die Tabelle speichern.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The next run of the sync takes them along.</source>
        <translation>Der nächste Lauf des Abgleichs nimmt sie mit.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were written.</source>
        <translation>
            <numerusform>%Ln Datensatz wurde geschrieben.</numerusform>
            <numerusform>%Ln Datensätze wurden geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved lookup tables</source>
        <translation>Nicht gespeicherte Nachschlagetabellen</translation>
    </message>
    <message>
        <source>Changes of %1 are not saved.</source>
        <translation>Änderungen an %1 sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>Speichern und schließen</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen ohne Speichern</translation>
    </message>
    <message>
        <source>New table…</source>
        <translation>Neue Tabelle…</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Lookups</source>
        <translation>Nachschlagetabellen</translation>
    </message>
    <message>
        <source>No lookup tables yet</source>
        <translation>Noch keine Nachschlagetabellen</translation>
    </message>
    <message>
        <source>A lookup table says what a value of one system means in the other, for example which tax rate a country gets. Templates bring their own tables.</source>
        <translation>Eine Nachschlagetabelle sagt, was ein Wert des einen Systems im anderen bedeutet, zum Beispiel welcher Steuersatz zu einem Land gehört. Vorlagen bringen ihre eigenen Tabellen mit.</translation>
    </message>
    <message>
        <source>Lookup tables</source>
        <translation>Nachschlagetabellen</translation>
    </message>
    <message>
        <source>Where this table is used</source>
        <translation>Wo diese Tabelle verwendet wird</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Remove table…</source>
        <translation>Tabelle entfernen…</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Shows only rows that never count or cannot be used</source>
        <translation>Zeigt nur Zeilen, die nie zählen oder nicht verwendet werden können</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Rows copied in Excel: two columns, from the chosen cell on (Ctrl+V)</source>
        <translation>In Excel kopierte Zeilen: zwei Spalten, ab der gewählten Zelle (Strg+V)</translation>
    </message>
    <message>
        <source>From file…</source>
        <translation>Aus Datei…</translation>
    </message>
    <message>
        <source>To file…</source>
        <translation>In Datei…</translation>
    </message>
    <message>
        <source>Add these rows</source>
        <translation>Diese Zeilen anlegen</translation>
    </message>
    <message>
        <source>Try them now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Runs the syncs for these records only, with the table as it is saved</source>
        <translation>Startet die Abgleiche nur für diese Datensätze, mit der Tabelle, wie sie gespeichert ist</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Zeile anlegen</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>When nothing matches</source>
        <translation>Wenn nichts passt</translation>
    </message>
    <message>
        <source>hold the record</source>
        <translation>Datensatz zurückhalten</translation>
    </message>
    <message>
        <source>use this value</source>
        <translation>diesen Wert verwenden</translation>
    </message>
    <message>
        <source>Value when nothing matches</source>
        <translation>Wert, wenn nichts passt</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Undo: rows sorted</source>
        <translation>Rückgängig: Zeilen sortiert</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Saved. %Ln records that were held for this table are planned again with the next run, or when you press Try them now.</source>
        <translation>
            <numerusform>Gespeichert. %Ln Datensatz, der wegen dieser Tabelle zurückgehalten wurde, wird mit dem nächsten Lauf neu geplant, oder wenn Sie „Jetzt versuchen“ wählen.</numerusform>
            <numerusform>Gespeichert. %Ln Datensätze, die wegen dieser Tabelle zurückgehalten wurden, werden mit dem nächsten Lauf neu geplant, oder wenn Sie „Jetzt versuchen“ wählen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were pasted, with two columns only.</source>
        <translation>
            <numerusform>%Ln Zeile wurde eingefügt, aber nur mit zwei Spalten.</numerusform>
            <numerusform>%Ln Zeilen wurden eingefügt, aber nur mit zwei Spalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>A lookup table has two columns; what stood to the right of them in the clipboard was left out. Undo takes the rows back.</source>
        <translation>Eine Nachschlagetabelle hat zwei Spalten; was in der Zwischenablage rechts davon stand, wurde weggelassen. „Rückgängig“ nimmt die Zeilen zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records still need you.</source>
        <translation>
            <numerusform>%Ln Datensatz braucht Sie noch.</numerusform>
            <numerusform>%Ln Datensätze brauchen Sie noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sort…</source>
        <translation>Sortieren…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows have no value: a record that matches one of them gets an empty field.</source>
        <translation>
            <numerusform>%Ln Zeile hat keinen Wert: Ein Datensatz, zu dem sie passt, bekommt ein leeres Feld.</numerusform>
            <numerusform>%Ln Zeilen haben keinen Wert: Ein Datensatz, zu dem eine davon passt, bekommt ein leeres Feld.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records had no row here and are planned again with the next run.</source>
        <translation>
            <numerusform>Für %Ln Datensatz fehlte hier eine Zeile; er wird mit dem nächsten Lauf neu geplant.</numerusform>
            <numerusform>Für %Ln Datensätze fehlte hier eine Zeile; sie werden mit dem nächsten Lauf neu geplant.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::MainWindow</name>
    <message>
        <source>Tieout</source>
        <translation>Tieout</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records need you.</source>
        <translation>
            <numerusform>%Ln Datensatz wartet auf Sie.</numerusform>
            <numerusform>%Ln Datensätze warten auf Sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in again to keep syncs running.</source>
        <translation>Melden Sie sich erneut an, damit die Abgleiche weiterlaufen.</translation>
    </message>
    <message>
        <source>The sign-in ends today. Sign in again to keep syncs running.</source>
        <translation>Die Anmeldung endet heute. Melden Sie sich erneut an, damit die Abgleiche weiterlaufen.</translation>
    </message>
    <message numerus="yes">
        <source>The sign-in ends in %Ln days. Sign in again to keep syncs running.</source>
        <translation>
            <numerusform>Die Anmeldung endet in %Ln Tag. Melden Sie sich erneut an, damit die Abgleiche weiterlaufen.</numerusform>
            <numerusform>Die Anmeldung endet in %Ln Tagen. Melden Sie sich erneut an, damit die Abgleiche weiterlaufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tieout keeps running</source>
        <translation>Tieout läuft weiter</translation>
    </message>
    <message>
        <source>Scheduled syncs go on. Quit from this icon&apos;s menu.</source>
        <translation>Geplante Abgleiche gehen weiter. Beenden können Sie Tieout über das Menü dieses Symbols.</translation>
    </message>
    <message>
        <source>The language changes when Tieout starts the next time.</source>
        <translation>Die Sprache wechselt, wenn Tieout das nächste Mal startet.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::MapEditor</name>
    <message>
        <source>%1 (made first)</source>
        <translation>%1 (zuerst angelegt)</translation>
    </message>
    <message>
        <source>The fields of %1 are not known at the moment. %2</source>
        <translation>Die Felder von %1 sind zurzeit nicht bekannt. %2</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <extracomment>%1 is the name of a step: &quot;map Close date to Date&quot;</extracomment>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>required (%1)</source>
        <translation>Pflicht (%1)</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>with problems (%1)</source>
        <translation>mit Problemen (%1)</translation>
    </message>
    <message>
        <source>with problems</source>
        <translation>mit Problemen</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>%1, unsaved</source>
        <translation>%1, ungespeichert</translation>
    </message>
    <message>
        <source>Unsaved mapping</source>
        <translation>Nicht gespeicherte Zuordnung</translation>
    </message>
    <message>
        <source>The mapping of %1 has changes that are not saved.</source>
        <translation>Die Zuordnung von %1 hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Saved as version %1. The next run uses it; look at a preview first.</source>
        <translation>Als Version %1 gespeichert. Der nächste Lauf verwendet sie; sehen Sie sich vorher eine Vorschau an.</translation>
    </message>
    <message>
        <source>Save with a note</source>
        <translation>Mit Notiz speichern</translation>
    </message>
    <message>
        <source>What changed, for whoever looks at the versions later:</source>
        <translation>Was sich geändert hat, für alle, die später die Versionen ansehen:</translation>
    </message>
    <message>
        <source>No further pairs were found. What is not mapped needs you.</source>
        <translation>Es wurden keine weiteren Paare gefunden. Was nicht zugeordnet ist, wartet auf Sie.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>What if this mapping were used?</source>
        <translation>Was wäre mit dieser Zuordnung?</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on %1:</source>
        <translation>Notiz zu %1:</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Auto-map</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Table view</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Which records</source>
        <translation>Welche Datensätze</translation>
    </message>
    <message>
        <source>Show:</source>
        <translation>Zeigen:</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>unmapped</source>
        <translation>ohne Regel</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Zeigen: %1</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versionen…</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Was wäre wenn…</translation>
    </message>
    <message>
        <source>Mapping sheet…</source>
        <translation>Zuordnungsblatt…</translation>
    </message>
    <message>
        <source>Rows into one document…</source>
        <translation>Zeilen zu einem Beleg…</translation>
    </message>
    <message>
        <source>Save with a note…</source>
        <translation>Mit Notiz speichern…</translation>
    </message>
    <message>
        <source>This mapping cannot be read in full, so it can only be looked at.</source>
        <translation>Diese Zuordnung lässt sich nicht vollständig lesen und daher nur ansehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules are damaged and marked. Restore an earlier version: More, then Versions.</source>
        <translation>
            <numerusform>Eine Regel ist beschädigt und markiert. Stellen Sie eine frühere Version wieder her: „Mehr“, dann „Versionen“.</numerusform>
            <numerusform>%Ln Regeln sind beschädigt und markiert. Stellen Sie eine frühere Version wieder her: „Mehr“, dann „Versionen“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tieout::gui::MapHeader</name>
    <message>
        <source>Search in the source</source>
        <translation>In der Quelle suchen</translation>
    </message>
    <message>
        <source>Search in the target</source>
        <translation>Im Ziel suchen</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Suchen…</translation>
    </message>
</context>
<context>
    <name>tieout::gui::MappingCanvas</name>
    <message>
        <source>This mapping can only be looked at</source>
        <translation>Diese Zuordnung lässt sich nur ansehen</translation>
    </message>
    <message>
        <source>“%1” has a rule already.</source>
        <translation>„%1“ hat bereits eine Regel.</translation>
    </message>
    <message>
        <source>“%1” already comes from %2.</source>
        <translation>„%1“ kommt bereits aus %2.</translation>
    </message>
    <message>
        <source>Add its lines at the end</source>
        <translation>Positionen anfügen</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>Kombinieren</translation>
    </message>
    <message>
        <source>No rule uses it</source>
        <translation>Keine Regel verwendet es</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Zuordnung</translation>
    </message>
</context>
<context>
    <name>tieout::gui::MappingTable</name>
    <message>
        <source>Mapping: fields and where they come from</source>
        <translation>Zuordnung: Felder und ihre Herkunft</translation>
    </message>
    <message>
        <source>Pair the members of %1 with those of …</source>
        <translation>Die Felder in %1 paaren mit denen von …</translation>
    </message>
    <message>
        <source>Which list makes the lines of %1?</source>
        <translation>Welche Liste ergibt die Positionen von %1?</translation>
    </message>
    <message>
        <source>What fills %1?</source>
        <translation>Was füllt %1?</translation>
    </message>
    <message>
        <source>Where does the rule of %1 go?</source>
        <translation>Wohin kommt die Regel von %1?</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>Move the rule to another field…</source>
        <translation>Regel in ein anderes Feld verschieben…</translation>
    </message>
    <message>
        <source>Choose what fills it…</source>
        <translation>Wählen, was es füllt…</translation>
    </message>
    <message>
        <source>Edit the formula</source>
        <translation>Formel bearbeiten</translation>
    </message>
    <message>
        <source>When empty</source>
        <translation>Wenn leer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>List options…</source>
        <translation>Listenoptionen…</translation>
    </message>
</context>
<context>
    <name>tieout::gui::MappingTableModel</name>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>must have a value</source>
        <translation>muss einen Wert haben</translation>
    </message>
    <message>
        <source>not known any more</source>
        <translation>nicht mehr bekannt</translation>
    </message>
    <message>
        <source>filled by the other system</source>
        <translation>füllt das andere System</translation>
    </message>
    <message>
        <source>not mapped</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflichtfeld</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>from: %1</source>
        <translation>aus: %1</translation>
    </message>
    <message>
        <source>problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Field of %1</source>
        <translation>Feld von %1</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Sample in</source>
        <translation>Beispielwert</translation>
    </message>
    <message>
        <source>Sample out</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>When empty</source>
        <translation>Wenn leer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %Ln more)</source>
        <extracomment>%1 is what is wrong with a rule; the others are in the tooltip</extracomment>
        <translation>
            <numerusform>%1 (und noch eines)</numerusform>
            <numerusform>%1 (und %Ln weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>has a note: %1</source>
        <translation>hat eine Notiz: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>formula: %1</source>
        <translation>Formel: %1</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
</context>
<context>
    <name>tieout::gui::MatchChoice</name>
    <message>
        <source>Which one is it?</source>
        <translation>Welcher ist es?</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>Dieser ist es</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Nothing was done with it yet; the question is asked again</source>
        <translation>Es ist noch nichts damit geschehen; die Frage wird erneut gestellt</translation>
    </message>
    <message>
        <source>belongs to %1 already</source>
        <extracomment>%1 is the number of a record in the source</extracomment>
        <translation>gehört bereits zu %1</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>None of these: make a new one</source>
        <translation>Keiner davon: neu anlegen</translation>
    </message>
    <message>
        <source>Another one: make a new one</source>
        <translation>Ein anderer: neu anlegen</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>%1 said (%2): make a new one. The next run uses it.</source>
        <extracomment>%1 is a person, %2 a time, %3 a record</extracomment>
        <translation>%1 hat entschieden (%2): neu anlegen. Der nächste Lauf richtet sich danach.</translation>
    </message>
    <message>
        <source>%1 said (%2): it is “%3”. The next run uses it.</source>
        <translation>%1 hat entschieden (%2): Es ist „%3“. Der nächste Lauf richtet sich danach.</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>Neu anlegen</translation>
    </message>
    <message>
        <source>Kept. The sync is running; its next run uses it.</source>
        <translation>Vorgemerkt. Der Abgleich läuft gerade; sein nächster Lauf richtet sich danach.</translation>
    </message>
    <message>
        <source>Taken back. It is asked again.</source>
        <translation>Zurückgenommen. Die Frage wird erneut gestellt.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::Navigation</name>
    <message>
        <source>Screens</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Syncs</source>
        <translation>Abgleiche</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Lookups</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Strg+%2)</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Wie der Computer</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aussehen, Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>tieout::gui::NavigationButton</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <extracomment>number of open problems, for screen readers</extracomment>
        <translation>
            <numerusform>%Ln offen</numerusform>
            <numerusform>%Ln offen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::NewTableDialog</name>
    <message>
        <source>Make table</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>New lookup table</source>
        <translation>Neue Nachschlagetabelle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>for example Region to tax rate</source>
        <translation>zum Beispiel Region zu Steuersatz</translation>
    </message>
    <message>
        <source>Heading of the first column</source>
        <translation>Überschrift der ersten Spalte</translation>
    </message>
    <message>
        <source>for example Billing country</source>
        <translation>zum Beispiel Rechnungsland</translation>
    </message>
    <message>
        <source>Heading of the second column</source>
        <translation>Überschrift der zweiten Spalte</translation>
    </message>
    <message>
        <source>for example Tax rate</source>
        <translation>zum Beispiel Steuersatz</translation>
    </message>
    <message>
        <source>A formula asks it as LOOKUP(&quot;name&quot;; field). The table is kept when you save it.</source>
        <translation>Eine Formel fragt sie mit LOOKUP(&quot;Name&quot;; Feld) ab. Die Tabelle wird behalten, wenn Sie sie speichern.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is a table of that name already.</source>
        <translation>Eine Tabelle mit diesem Namen gibt es bereits.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::OverviewPage</name>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Runs every sync that has been previewed (F5)</source>
        <translation>Startet jeden Abgleich, zu dem es eine Vorschau gab (F5)</translation>
    </message>
    <message>
        <source>Connect your first system</source>
        <translation>Verbinden Sie Ihr erstes System</translation>
    </message>
    <message>
        <source>Tieout keeps two systems agreed: for example Salesforce and Xero. Connect both, look at the preview, and press Sync now. Nothing is written before you say so.</source>
        <translation>Tieout hält zwei Systeme in Übereinstimmung: zum Beispiel Salesforce und Xero. Verbinden Sie beide, sehen Sie sich die Vorschau an und wählen Sie „Jetzt abgleichen“. Es wird nichts geschrieben, bevor Sie es sagen.</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Set up your first sync</source>
        <translation>Richten Sie Ihren ersten Abgleich ein</translation>
    </message>
    <message>
        <source>Your connections are ready. Choose what should flow between them from the gallery; a preview shows every record before anything is written.</source>
        <translation>Ihre Verbindungen sind bereit. Wählen Sie unter den Vorlagen, was zwischen ihnen fließen soll; eine Vorschau zeigt jeden Datensatz, bevor etwas geschrieben wird.</translation>
    </message>
    <message>
        <source>New sync</source>
        <translation>Neuer Abgleich</translation>
    </message>
    <message>
        <source>Records a day</source>
        <translation>Datensätze je Tag</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>held or failed</source>
        <translation>zurückgehalten oder fehlgeschlagen</translation>
    </message>
    <message>
        <source>Calls left today</source>
        <translation>Heute noch freie Aufrufe</translation>
    </message>
    <message>
        <source>Known after the first call of the day.</source>
        <translation>Bekannt nach dem ersten Aufruf des Tages.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Syncs of this connection wait. Everything goes on by itself after the sign-in.</source>
        <translation>Die Abgleiche dieser Verbindung warten. Nach der Anmeldung geht alles von selbst weiter.</translation>
    </message>
    <message>
        <source>%1: sign in again</source>
        <translation>%1: erneut anmelden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>%1: sign-in ends today</source>
        <translation>%1: Anmeldung endet heute</translation>
    </message>
    <message numerus="yes">
        <source>%1: sign-in ends in %Ln days</source>
        <translation>
            <numerusform>%1: Anmeldung endet in %Ln Tag</numerusform>
            <numerusform>%1: Anmeldung endet in %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in again in the browser to keep syncs running.</source>
        <translation>Melden Sie sich im Browser erneut an, damit die Abgleiche weiterlaufen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln held: %1</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln zurückgehalten: %1</numerusform>
            <numerusform>%Ln zurückgehalten: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Everything ties out</source>
        <translation>Alles ist abgestimmt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln things need you</source>
        <translation>
            <numerusform>%Ln Punkt wartet auf Sie</numerusform>
            <numerusform>%Ln Punkte warten auf Sie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tieout::gui::Page</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
</context>
<context>
    <name>tieout::gui::ProblemDetails</name>
    <message>
        <source>Open the source record</source>
        <translation>Datensatz der Quelle öffnen</translation>
    </message>
    <message>
        <source>Open the target record</source>
        <translation>Datensatz des Ziels öffnen</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Retry all with this cause</source>
        <translation>Alle gleichen erneut versuchen</translation>
    </message>
    <message>
        <source>Skip with reason…</source>
        <translation>Mit Grund überspringen…</translation>
    </message>
    <message>
        <source>▸ Technical details</source>
        <translation>▸ Technische Details</translation>
    </message>
    <message>
        <source>Records with this cause</source>
        <translation>Datensätze mit dieser Ursache</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Which record</source>
        <translation>Welcher Datensatz</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>How to fix</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Value of the new lookup row</source>
        <translation>Wert der neuen Zeile in der Nachschlagetabelle</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Wie es weitergeht</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Details</translation>
    </message>
    <message>
        <source>▾ Technical details</source>
        <translation>▾ Technische Details</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message numerus="yes">
        <source>Retry all %Ln with this cause</source>
        <translation>
            <numerusform>Erneut versuchen</numerusform>
            <numerusform>Alle %Ln erneut versuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tried again by itself: %1.</source>
        <translation>Wird von selbst erneut versucht: %1.</translation>
    </message>
    <message>
        <source>first seen: %1</source>
        <translation>zuerst aufgetreten: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tries</source>
        <translation>
            <numerusform>%Ln Versuch</numerusform>
            <numerusform>%Ln Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>the source</source>
        <translation>der Quelle</translation>
    </message>
    <message>
        <source>the target</source>
        <translation>dem Ziel</translation>
    </message>
    <message>
        <source>Open in %1</source>
        <translation>In %1 öffnen</translation>
    </message>
    <message>
        <source>Value for %1</source>
        <translation>Wert für %1</translation>
    </message>
    <message numerus="yes">
        <source>Add row and plan %Ln again</source>
        <comment>records</comment>
        <translation>
            <numerusform>Zeile anlegen und %Ln neu planen</numerusform>
            <numerusform>Zeile anlegen und %Ln neu planen</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Verbindungen öffnen</translation>
    </message>
    <message>
        <source>Open the preview</source>
        <translation>Vorschau öffnen</translation>
    </message>
    <message>
        <source>Open the sync</source>
        <translation>Abgleich öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Solved: %Ln written.</source>
        <comment>records</comment>
        <translation>
            <numerusform>Gelöst: %Ln geschrieben.</numerusform>
            <numerusform>Gelöst: %Ln geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 written, %2 still need you.</source>
        <translation>%1 geschrieben, %2 warten noch auf Sie.</translation>
    </message>
    <message>
        <source>Skip this record</source>
        <translation>Diesen Datensatz überspringen</translation>
    </message>
    <message>
        <source>Why is it left out? The reason is kept with the record.</source>
        <translation>Warum wird er ausgelassen? Die Begründung wird beim Datensatz festgehalten.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Skipped. It stays in the log with your reason.</source>
        <translation>Übersprungen. Der Datensatz bleibt mit Ihrer Begründung im Protokoll.</translation>
    </message>
    <message>
        <source>Planned again with the next run of the sync.</source>
        <translation>Wird mit dem nächsten Lauf des Abgleichs neu geplant.</translation>
    </message>
    <message>
        <source>value in “%1”</source>
        <translation>Wert in „%1“</translation>
    </message>
    <message numerus="yes">
        <source>Row “%1” added. %Ln held records are planned again with the next run.</source>
        <translation>
            <numerusform>Zeile „%1“ angelegt. %Ln zurückgehaltener Datensatz wird mit dem nächsten Lauf neu geplant.</numerusform>
            <numerusform>Zeile „%1“ angelegt. %Ln zurückgehaltene Datensätze werden mit dem nächsten Lauf neu geplant.</numerusform>
        </translation>
    </message>
    <message>
        <source>A rate is a number above 0.</source>
        <translation>Ein Kurs ist eine Zahl über 0.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::ProblemsPage</name>
    <message>
        <source>Retry all</source>
        <translation>Alle erneut versuchen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Tries every cause in this list again</source>
        <translation>Versucht jede Ursache in dieser Liste erneut</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Every record was written, is unchanged, or was left out by a rule of its sync. Records that need you appear here, grouped by their cause.</source>
        <translation>Jeder Datensatz wurde geschrieben, ist unverändert oder wurde durch eine Regel seines Abgleichs ausgelassen. Datensätze, die auf Sie warten, erscheinen hier, nach Ursachen geordnet.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No problem fits this search and these filters.</source>
        <translation>Kein Problem passt zu dieser Suche und diesen Filtern.</translation>
    </message>
    <message>
        <source>Search invoice number, contact, amount, message…</source>
        <translation>Rechnungsnummer, Kontakt, Betrag, Meldung suchen…</translation>
    </message>
    <message>
        <source>Search in problems</source>
        <translation>In den Problemen suchen</translation>
    </message>
    <message>
        <source>Problems of which sync</source>
        <translation>Probleme welches Abgleichs</translation>
    </message>
    <message>
        <source>Open or all problems</source>
        <translation>Offene oder alle Probleme</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offene</translation>
    </message>
    <message>
        <source>Open and closed</source>
        <translation>Offene und erledigte</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>All syncs</source>
        <translation>Alle Abgleiche</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln offen</numerusform>
            <numerusform>%Ln offen</numerusform>
        </translation>
    </message>
    <message>
        <source>none open</source>
        <translation>keine offen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) written</source>
        <translation>
            <numerusform>%Ln Datensatz geschrieben</numerusform>
            <numerusform>%Ln Datensätze geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still need(s) you</source>
        <translation>
            <numerusform>%Ln wartet noch auf Sie</numerusform>
            <numerusform>%Ln warten noch auf Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>All were tried again: %1, %2.</source>
        <translation>Alle wurden erneut versucht: %1, %2.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::RecordDetails</name>
    <message>
        <source>Show in Problems</source>
        <translation>Unter „Probleme“ zeigen</translation>
    </message>
    <message>
        <source>Open the source record</source>
        <translation>Datensatz der Quelle öffnen</translation>
    </message>
    <message>
        <source>Open the target record</source>
        <translation>Datensatz des Ziels öffnen</translation>
    </message>
    <message>
        <source>Fields before and after</source>
        <translation>Felder vorher und nachher</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields</source>
        <translation>
            <numerusform>%Ln Feld</numerusform>
            <numerusform>%Ln Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1 now</source>
        <extracomment>%1 is a system</extracomment>
        <translation>Jetzt in %1</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After this run</source>
        <translation>Nach diesem Lauf</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Künftig</translation>
    </message>
</context>
<context>
    <name>tieout::gui::RecordsView</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the kinds of records</source>
        <translation>In den Arten von Datensätzen suchen</translation>
    </message>
    <message>
        <source>Kinds of records</source>
        <translation>Arten von Datensätzen</translation>
    </message>
    <message>
        <source>Open in the system</source>
        <translation>Im System öffnen</translation>
    </message>
    <message>
        <source>New record…</source>
        <translation>Neuer Datensatz…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Read-only: to enter or change records here, let Tieout write to this connection on its card.</source>
        <translation>Nur Lesen: Um hier Datensätze einzugeben oder zu ändern, erlauben Sie Tieout auf der Karte dieser Verbindung das Schreiben.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>All fields of the chosen record</source>
        <translation>Alle Felder des gewählten Datensatzes</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>The system has no records of this kind, or the sign-in may not see them.</source>
        <translation>Das System hat keine Datensätze dieser Art, oder die Anmeldung darf sie nicht sehen.</translation>
    </message>
    <message>
        <source>One more permission is needed</source>
        <translation>Eine weitere Berechtigung ist nötig</translation>
    </message>
    <message>
        <source>Your syncs do not need these records, so the sign-in does not cover them. Sign in again to look at them; everything else stays as it is.</source>
        <translation>Ihre Abgleiche brauchen diese Datensätze nicht, deshalb umfasst die Anmeldung sie nicht. Melden Sie sich erneut an, um sie anzusehen; alles andere bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln</source>
        <translation>
            <numerusform>der erste</numerusform>
            <numerusform>die ersten %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Dateien…</translation>
    </message>
</context>
<context>
    <name>tieout::gui::ReplacePopup</name>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace or combine</source>
        <translation>Ersetzen oder kombinieren</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>Kombinieren</translation>
    </message>
</context>
<context>
    <name>tieout::gui::RuleDelegate</name>
    <message>
        <source>Formula of %1</source>
        <translation>Formel von %1</translation>
    </message>
    <message>
        <source>When %1 is empty</source>
        <translation>Wenn %1 leer ist</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
</context>
<context>
    <name>tieout::gui::RulesEditor</name>
    <message>
        <source>Hold and ask me</source>
        <translation>Zurückhalten und mich fragen</translation>
    </message>
    <message>
        <source>The source wins</source>
        <translation>Die Quelle gilt</translation>
    </message>
    <message>
        <source>The target wins</source>
        <translation>Das Ziel gilt</translation>
    </message>
    <message>
        <source>Hold the record</source>
        <translation>Datensatz zurückhalten</translation>
    </message>
    <message>
        <source>Save as a draft</source>
        <translation>Als Entwurf speichern</translation>
    </message>
    <message>
        <source>Use the next open day</source>
        <translation>Nächsten offenen Tag nehmen</translation>
    </message>
</context>
<context>
    <name>tieout::gui::RunView</name>
    <message>
        <source>Records of this run</source>
        <translation>Datensätze dieses Laufs</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Search name, contact, number…</source>
        <translation>Name, Kontakt, Nummer suchen…</translation>
    </message>
    <message>
        <source>Search in the records of this run</source>
        <translation>In den Datensätzen dieses Laufs suchen</translation>
    </message>
    <message>
        <source>Nothing to list</source>
        <translation>Nichts aufzulisten</translation>
    </message>
    <message>
        <source>Every record is unchanged or left out by a rule; those are counted above and not kept one by one.</source>
        <translation>Jeder Datensatz ist unverändert oder durch eine Regel ausgelassen; diese sind oben gezählt und werden nicht einzeln festgehalten.</translation>
    </message>
    <message>
        <source>This run did not finish</source>
        <translation>Dieser Lauf wurde nicht fertig</translation>
    </message>
    <message>
        <source>It ended before it had decided about any record. The message above says why; nothing was written that is not listed.</source>
        <translation>Er endete, bevor über einen Datensatz entschieden war. Die Meldung oben sagt, warum; es wurde nichts geschrieben, was nicht aufgelistet ist.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped by a rule</source>
        <translation>
            <numerusform>davon %Ln übersprungen</numerusform>
            <numerusform>davon %Ln übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>in place</source>
        <translation>im Bestand</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>no call needed</source>
        <translation>kein Aufruf nötig</translation>
    </message>
    <message>
        <source>Held or failed</source>
        <translation>Zurückgehalten/Fehler</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>need you</source>
        <translation>warten auf Sie</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 first %2</source>
        <extracomment>kind of records made first, and how many: &quot;Contacts first 12&quot;</extracomment>
        <translation>%1 zuerst %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more remarks</source>
        <translation>
            <numerusform>und %Ln weitere Bemerkung</numerusform>
            <numerusform>und %Ln weitere Bemerkungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Written as approved: only what the preview showed.</source>
        <translation>Geschrieben wie freigegeben: nur, was die Vorschau zeigte.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::RunsPage</name>
    <message>
        <source>Runs of which sync</source>
        <translation>Läufe welches Abgleichs</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Money written</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>Noch ist nichts gelaufen</translation>
    </message>
    <message>
        <source>Open a sync and press Preview to see what it would do. Every run and every preview is listed here with what it read, wrote and held.</source>
        <translation>Öffnen Sie einen Abgleich und wählen Sie „Vorschau“, um zu sehen, was er tun würde. Jeder Lauf und jede Vorschau wird hier aufgelistet, mit dem, was gelesen, geschrieben und zurückgehalten wurde.</translation>
    </message>
    <message>
        <source>All syncs</source>
        <translation>Alle Abgleiche</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Vorschau: %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls to read</source>
        <translation>
            <numerusform>%Ln Abruf zum Lesen</numerusform>
            <numerusform>%Ln Abrufe zum Lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls to write</source>
        <translation>
            <numerusform>%Ln Aufruf zum Schreiben</numerusform>
            <numerusform>%Ln Aufrufe zum Schreiben</numerusform>
        </translation>
    </message>
    <message>
        <source>mapping version %1</source>
        <translation>Zuordnung Version %1</translation>
    </message>
    <message>
        <source>Preview, %1</source>
        <translation>Vorschau, %1</translation>
    </message>
</context>
<context>
    <name>tieout::gui::SamplePicker</name>
    <message>
        <source>The record before</source>
        <translation>Der vorige Datensatz</translation>
    </message>
    <message>
        <source>The next record</source>
        <translation>Der nächste Datensatz</translation>
    </message>
    <message>
        <source>Sample record</source>
        <translation>Beispieldatensatz</translation>
    </message>
    <message>
        <source>The record that the values are of. Press to choose another.</source>
        <translation>Der Datensatz, von dem die Werte stammen. Klicken Sie, um einen anderen zu wählen.</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>no sample</source>
        <translation>kein Beispiel</translation>
    </message>
    <message>
        <source>Which record shows the values?</source>
        <translation>Welcher Datensatz zeigt die Werte?</translation>
    </message>
</context>
<context>
    <name>tieout::gui::ScheduleEditor</name>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
</context>
<context>
    <name>tieout::gui::SheetDialog</name>
    <message>
        <source>Mapping sheet</source>
        <translation>Zuordnungsblatt</translation>
    </message>
    <message>
        <source>Mark what changed since</source>
        <translation>Kennzeichnen, was sich geändert hat seit</translation>
    </message>
    <message>
        <source>Mark no changes</source>
        <translation>Keine Änderungen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark changes since version %1 (%2, %3)</source>
        <extracomment>%1 is a version&apos;s number, %2 its author, %3 date and time</extracomment>
        <translation>Änderungen seit Version %1 kennzeichnen (%2, %3)</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Save for Excel…</source>
        <translation>Für Excel speichern…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern…</translation>
    </message>
    <message>
        <source>Excel file (*.xlsx)</source>
        <translation>Excel-Datei (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>PDF-Datei (*.pdf)</translation>
    </message>
    <message>
        <source>Save the mapping sheet</source>
        <translation>Zuordnungsblatt speichern</translation>
    </message>
    <message>
        <source>Made on %1</source>
        <translation>Erstellt am %1</translation>
    </message>
</context>
<context>
    <name>tieout::gui::SignInForm</name>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (freiwillig)</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
</context>
<context>
    <name>tieout::gui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>tieout::gui::StackedBars</name>
    <message>
        <source>Records a day</source>
        <translation>Datensätze je Tag</translation>
    </message>
</context>
<context>
    <name>tieout::gui::TrayIcon</name>
    <message>
        <source>Nothing has run yet</source>
        <translation>Noch ist nichts gelaufen</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Pause all schedules</source>
        <translation>Alle Zeitpläne pausieren</translation>
    </message>
    <message>
        <source>Open Tieout</source>
        <translation>Tieout öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a sync, then its last result</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Tieout: idle</source>
        <translation>Tieout: bereit</translation>
    </message>
    <message>
        <source>Tieout: a sync is running</source>
        <translation>Tieout: Ein Abgleich läuft</translation>
    </message>
    <message>
        <source>Tieout: something needs you</source>
        <translation>Tieout: Etwas wartet auf Sie</translation>
    </message>
    <message>
        <source>Tieout: a sync could not finish</source>
        <translation>Tieout: Ein Abgleich wurde nicht fertig</translation>
    </message>
</context>
<context>
    <name>tieout::gui::TreePane</name>
    <message>
        <source>Fields to take from</source>
        <translation>Felder, aus denen gelesen wird</translation>
    </message>
    <message>
        <source>Fields to fill</source>
        <translation>Felder, die gefüllt werden</translation>
    </message>
</context>
<context>
    <name>tieout::gui::VersionsPanel</name>
    <message>
        <source>Versions of this mapping</source>
        <translation>Versionen dieser Zuordnung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Compared with which version</source>
        <translation>Mit welcher Version verglichen</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Version wiederherstellen</translation>
    </message>
    <message>
        <source>Puts it into the editor. Nothing is saved until you press Save, and no version is lost.</source>
        <translation>Holt sie in den Editor. Nichts wird gespeichert, bis Sie „Speichern“ wählen, und keine Version geht verloren.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>The two are the same.</source>
        <translation>Die beiden sind gleich.</translation>
    </message>
    <message>
        <source>in the editor</source>
        <translation>im Editor</translation>
    </message>
    <message>
        <source>author not known</source>
        <translation>Verfasser nicht bekannt</translation>
    </message>
    <message>
        <source>version %1 restored</source>
        <translation>Version %1 wiederhergestellt</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>There is no other version yet.</source>
        <translation>Es gibt noch keine andere Version.</translation>
    </message>
    <message>
        <source>Restored, and saved as version %1. What could not be read stays in the list.</source>
        <translation>Wiederhergestellt und als Version %1 gespeichert. Was nicht gelesen werden konnte, bleibt in der Liste.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::WhatIfPanel</name>
    <message>
        <source>Records tried</source>
        <translation>Geprüfte Datensätze</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Records that come out differently</source>
        <translation>Datensätze mit anderem Ergebnis</translation>
    </message>
    <message>
        <source>Fields before and after</source>
        <translation>Felder vorher und nachher</translation>
    </message>
    <message>
        <source>Reading the last run&apos;s records… Nothing is written.</source>
        <translation>Die Datensätze des letzten Laufs werden gelesen… Es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>%1 of %2 records tried. Nothing is written.</source>
        <translation>%1 von %2 Datensätzen geprüft. Es wird nichts geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would come out differently (%1 tried)</source>
        <translation>Nichts hätte ein anderes Ergebnis (%1 geprüft)</translation>
    </message>
    <message>
        <source>%1 of %2 would come out differently</source>
        <translation>Anderes Ergebnis bei %1 (%2 geprüft)</translation>
    </message>
    <message>
        <source>The money stays the same.</source>
        <translation>Die Beträge bleiben gleich.</translation>
    </message>
    <message>
        <source>Records of the run of %1, as they are now.</source>
        <translation>Datensätze des Laufs (%1), wie sie jetzt sind.</translation>
    </message>
    <message>
        <source>There was no run yet: these are the first records of the source.</source>
        <translation>Es gab noch keinen Lauf: Dies sind die ersten Datensätze der Quelle.</translation>
    </message>
    <message>
        <source>Held for a person: %1 → %2.</source>
        <translation>Zur Klärung zurückgehalten: %1 → %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records are not in the source any more.</source>
        <translation>
            <numerusform>%Ln Datensatz ist nicht mehr in der Quelle.</numerusform>
            <numerusform>%Ln Datensätze sind nicht mehr in der Quelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run had more records than are tried.</source>
        <translation>Der Lauf hatte mehr Datensätze, als geprüft werden.</translation>
    </message>
    <message>
        <source>Stopped by you: the figures are of what was tried.</source>
        <translation>Von Ihnen angehalten: Die Zahlen gelten für das, was geprüft wurde.</translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation>Die ersten %1 sind aufgelistet.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>nicht angelegt</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields</source>
        <translation>
            <numerusform>%Ln Feld</numerusform>
            <numerusform>%Ln Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>As it is saved</source>
        <translation>Wie gespeichert</translation>
    </message>
    <message>
        <source>With your changes</source>
        <translation>Mit Ihren Änderungen</translation>
    </message>
    <message>
        <source>Held because</source>
        <translation>Zurückgehalten, weil</translation>
    </message>
</context>
<context>
    <name>tieout::gui::WhyValue</name>
    <message>
        <source>Why this value?</source>
        <translation>Warum dieser Wert?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>With the sample %1, from the fields it reads down to the result.</source>
        <translation>Mit dem Beispiel %1, von den gelesenen Feldern bis zum Ergebnis.</translation>
    </message>
    <message>
        <source>This piece</source>
        <translation>Dieser Teil</translation>
    </message>
    <message>
        <source>gives</source>
        <translation>ergibt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tieout::gui::WirePane</name>
    <message>
        <source>Wires</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>„%1“ zeigen</translation>
    </message>
    <message>
        <source>Drag a field from the left onto the field on the right that it should fill.

Or click one and then the other, or let Auto-map propose.</source>
        <translation>Ziehen Sie ein Feld von links auf das Feld rechts, das es füllen soll.

Oder klicken Sie erst auf das eine und dann auf das andere, oder lassen Sie sich über „Vorschläge“ Paare nennen.</translation>
    </message>
</context>
<context>
    <name>tieout::gui::Worksheet</name>
    <message>
        <source>made by the run</source>
        <translation>legt der Lauf an</translation>
    </message>
</context>
<context>
    <name>tieout::wording</name>
    <message>
        <source>%1 does not accept the key</source>
        <translation>%1 akzeptiert den Schlüssel nicht</translation>
    </message>
    <message>
        <source>The key or password that was entered is wrong, was replaced, or no longer has access.</source>
        <translation>Der eingegebene Schlüssel oder das Passwort ist falsch, wurde ersetzt oder hat keinen Zugriff mehr.</translation>
    </message>
    <message>
        <source>Enter the present key under Connections.</source>
        <translation>Geben Sie unter „Verbindungen“ den aktuellen Schlüssel ein.</translation>
    </message>
    <message>
        <source>Many records at once did not arrive (%1)</source>
        <translation>Viele Datensätze auf einmal sind nicht angekommen (%1)</translation>
    </message>
    <message>
        <source>The connection broke while they were handed over. The whole load was taken back: nothing was written.</source>
        <translation>Die Verbindung brach ab, während sie übergeben wurden. Die ganze Sammelübertragung wurde zurückgenommen: Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>The system still works on the records of the last run (%1)</source>
        <translation>Das System arbeitet noch an den Datensätzen des letzten Laufs (%1)</translation>
    </message>
    <message>
        <source>They were handed over as one load that is not finished. Until it is, nothing more is sent, so that nothing is written twice.</source>
        <translation>Sie wurden als eine Sammelübertragung übergeben, die noch nicht abgeschlossen ist. Bis dahin wird nichts weiter gesendet, damit nichts doppelt geschrieben wird.</translation>
    </message>
    <message>
        <source>Start the sync again later; the other system shows such loads among its own jobs.</source>
        <translation>Starten Sie den Abgleich später noch einmal; das andere System zeigt solche Übertragungen unter seinen eigenen Aufträgen.</translation>
    </message>
    <message>
        <source>The load was stopped before it came to this record (%1)</source>
        <translation>Die Sammelübertragung wurde angehalten, bevor dieser Datensatz an der Reihe war (%1)</translation>
    </message>
    <message>
        <source>Somebody stopped it in the other system, or it was taken back. The record was not written.</source>
        <translation>Jemand hat sie im anderen System angehalten, oder sie wurde zurückgenommen. Der Datensatz wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>The system no longer knows the load of records that it was given (%1)</source>
        <translation>Das System kennt die übergebene Sammelübertragung nicht mehr (%1)</translation>
    </message>
    <message>
        <source>Such loads are kept for some days only. What was written is looked up record by record.</source>
        <translation>Solche Übertragungen werden nur einige Tage aufbewahrt. Was geschrieben wurde, wird Datensatz für Datensatz nachgesehen.</translation>
    </message>
    <message>
        <source>No files can be read or added here (%1)</source>
        <translation>Hier können keine Dateien gelesen oder hinzugefügt werden (%1)</translation>
    </message>
    <message>
        <source>Choose another kind of record, or send us the technical details.</source>
        <translation>Wählen Sie eine andere Art von Datensatz, oder senden Sie uns die technischen Details.</translation>
    </message>
    <message>
        <source>The file “%1” is too large</source>
        <translation>Die Datei „%1“ ist zu groß</translation>
    </message>
    <message>
        <source>It has %2 bytes; %3 are the most that is taken. Nothing was changed.</source>
        <translation>Sie hat %2 Byte; höchstens %3 werden angenommen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Make it smaller, or add it by hand in the other system.</source>
        <translation>Verkleinern Sie sie, oder fügen Sie sie im anderen System von Hand hinzu.</translation>
    </message>
    <message>
        <source>The file name “%1” cannot be used</source>
        <translation>Der Dateiname „%1“ kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Give it a name of letters, digits, points and dashes.</source>
        <translation>Geben Sie ihr einen Namen aus Buchstaben, Ziffern, Punkten und Bindestrichen.</translation>
    </message>
    <message>
        <source>Not written, because another record of the same batch was refused</source>
        <translation>Nicht geschrieben, weil ein anderer Datensatz desselben Stapels abgelehnt wurde</translation>
    </message>
    <message>
        <source>The system takes such a batch as a whole or not at all: %1</source>
        <translation>Das System nimmt einen solchen Stapel nur als Ganzes oder gar nicht an: %1</translation>
    </message>
    <message>
        <source>Correct the refused record; this one is sent again with the next run.</source>
        <translation>Berichtigen Sie den abgelehnten Datensatz; dieser hier wird mit dem nächsten Lauf erneut gesendet.</translation>
    </message>
    <message>
        <source>The %1 was changed by someone else meanwhile</source>
        <translation>Inzwischen von jemand anderem geändert: %1</translation>
    </message>
    <message>
        <source>The system holds a newer version than the one this change was made for. Nothing was overwritten.</source>
        <translation>Das System enthält eine neuere Version als die, für die diese Änderung gedacht war. Es wurde nichts überschrieben.</translation>
    </message>
    <message>
        <source>Look at the record there, then press Retry.</source>
        <translation>Sehen Sie sich den Datensatz dort an und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The description of a system is too large: %1</source>
        <translation>Die Beschreibung eines Systems ist zu groß: %1</translation>
    </message>
    <message>
        <source>Take the file out of the connectors folder, or ask whoever made it.</source>
        <translation>Nehmen Sie die Datei aus dem Ordner für Anbindungen, oder wenden Sie sich an die Person, die sie erstellt hat.</translation>
    </message>
    <message>
        <source>Two files describe the same system: %2</source>
        <translation>Zwei Dateien beschreiben dasselbe System: %2</translation>
    </message>
    <message>
        <source>The file %1 was left out.</source>
        <translation>Die Datei %1 wurde nicht berücksichtigt.</translation>
    </message>
    <message>
        <source>Keep one of the two files in the connectors folder.</source>
        <translation>Behalten Sie nur eine der beiden Dateien im Ordner für Anbindungen.</translation>
    </message>
    <message>
        <source>The system refused: %1</source>
        <translation>Das System hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>It gives no further reason.</source>
        <translation>Es nennt keinen weiteren Grund.</translation>
    </message>
    <message>
        <source>Look at the technical details, or show them to that system&apos;s support.</source>
        <translation>Sehen Sie sich die technischen Details an, oder zeigen Sie sie dem Support dieses Systems.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>It is not there, is no plain file, or may not be opened.</source>
        <translation>Sie ist nicht vorhanden, ist keine gewöhnliche Datei oder darf nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Check the file&apos;s name and who may read it.</source>
        <translation>Prüfen Sie den Namen der Datei und wer sie lesen darf.</translation>
    </message>
    <message>
        <source>The records of a recorded example cannot travel as one load</source>
        <translation>Die Datensätze eines aufgezeichneten Beispiels können nicht als eine Sammelübertragung gesendet werden</translation>
    </message>
    <message>
        <source>Correct the recorded example: each record needs its key, and no lists.</source>
        <translation>Berichtigen Sie das aufgezeichnete Beispiel: Jeder Datensatz braucht seinen Schlüssel und darf keine Listen enthalten.</translation>
    </message>
    <message>
        <source>A recorded example of a connector never ends</source>
        <translation>Ein aufgezeichnetes Beispiel einer Anbindung endet nie</translation>
    </message>
    <message>
        <source>Correct the example in the connector&apos;s file.</source>
        <translation>Berichtigen Sie das Beispiel in der Datei der Anbindung.</translation>
    </message>
    <message>
        <source>%2 has this value already</source>
        <translation>In %2 gibt es diesen Wert schon</translation>
    </message>
    <message>
        <source>Another row has the same “%1”. The database&apos;s own words: %3</source>
        <translation>Eine andere Zeile hat denselben Wert in „%1“. Im Wortlaut der Datenbank: %3</translation>
    </message>
    <message>
        <source>Check whether it is the same record. If it is, set the table to update existing rows; if not, change the value.</source>
        <translation>Prüfen Sie, ob es derselbe Datensatz ist. Wenn ja, stellen Sie die Tabelle so ein, dass vorhandene Zeilen geändert werden; wenn nicht, ändern Sie den Wert.</translation>
    </message>
    <message>
        <source>“%1” must not be empty</source>
        <translation>„%1“ darf nicht leer sein</translation>
    </message>
    <message>
        <source>The table %2 wants a value there. The database&apos;s own words: %3</source>
        <translation>Die Tabelle %2 verlangt dort einen Wert. Im Wortlaut der Datenbank: %3</translation>
    </message>
    <message>
        <source>Fill it in at the source, or give it a value in the mapping, then press Retry.</source>
        <translation>Ergänzen Sie den Wert in der Quelle, oder legen Sie in der Zuordnung einen Wert fest, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>%2 refers to a record that is not there</source>
        <translation>%2 verweist auf einen Datensatz, den es nicht gibt</translation>
    </message>
    <message>
        <source>The database&apos;s own words: %3</source>
        <translation>Im Wortlaut der Datenbank: %3</translation>
    </message>
    <message>
        <source>Add the missing record first, or correct the value, then press Retry.</source>
        <translation>Fügen Sie zuerst den fehlenden Datensatz hinzu, oder berichtigen Sie den Wert, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Other rows still refer to this row of %2</source>
        <translation>Andere Zeilen verweisen noch auf diese Zeile von %2</translation>
    </message>
    <message>
        <source>Change those rows first, then press Retry.</source>
        <translation>Ändern Sie zuerst jene Zeilen und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” is too long for %2</source>
        <translation>„%1“ ist zu lang für %2</translation>
    </message>
    <message>
        <source>Shorten it at the source or in the mapping, then press Retry.</source>
        <translation>Kürzen Sie den Wert in der Quelle oder in der Zuordnung und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” is too large or too small for %2</source>
        <translation>„%1“ ist zu groß oder zu klein für %2</translation>
    </message>
    <message>
        <source>Correct the value, then press Retry.</source>
        <translation>Berichtigen Sie den Wert und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A rule of the table %2 refuses this row</source>
        <translation>Eine Regel der Tabelle %2 lässt diese Zeile nicht zu</translation>
    </message>
    <message>
        <source>Correct the value that the rule is about, then press Retry.</source>
        <translation>Berichtigen Sie den Wert, um den es in der Regel geht, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” of %2 is not the kind of value that belongs there</source>
        <translation>„%1“ in %2 ist nicht die Art von Wert, die dort hingehört</translation>
    </message>
    <message>
        <source>Correct the value or the mapping, then press Retry.</source>
        <translation>Berichtigen Sie den Wert oder die Zuordnung und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” has characters that the table %2 cannot keep</source>
        <translation>„%1“ enthält Zeichen, die die Tabelle %2 nicht speichern kann</translation>
    </message>
    <message>
        <source>Ask who looks after the database to let the column take all characters, or change the text.</source>
        <translation>Bitten Sie die Person, die die Datenbank betreut, in der Spalte alle Zeichen zuzulassen, oder ändern Sie den Text.</translation>
    </message>
    <message>
        <source>The table %2 refused this row</source>
        <translation>Die Tabelle %2 hat diese Zeile abgelehnt</translation>
    </message>
    <message>
        <source>Correct what it names, then press Retry.</source>
        <translation>Berichtigen Sie, was sie nennt, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” has too many digits</source>
        <translation>„%1“ hat zu viele Stellen</translation>
    </message>
    <message>
        <source>The column does not take %2.</source>
        <translation>Die Spalte nimmt %2 nicht an.</translation>
    </message>
    <message>
        <source>Correct the amount, or ask for a wider column.</source>
        <translation>Berichtigen Sie den Betrag, oder lassen Sie die Spalte verbreitern.</translation>
    </message>
    <message>
        <source>“%1” does not fit its column</source>
        <translation>„%1“ passt nicht in die Spalte</translation>
    </message>
    <message>
        <source>“%2” is not the kind of value that belongs there.</source>
        <translation>„%2“ ist nicht die Art von Wert, die dort hingehört.</translation>
    </message>
    <message>
        <source>“%1” holds a damaged character</source>
        <translation>„%1“ enthält ein beschädigtes Zeichen</translation>
    </message>
    <message>
        <source>No database can keep it.</source>
        <translation>Keine Datenbank kann es speichern.</translation>
    </message>
    <message>
        <source>Type the text at the source anew, then press Retry.</source>
        <translation>Geben Sie den Text in der Quelle neu ein und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” keeps times without a time zone</source>
        <translation>„%1“ enthält Uhrzeiten ohne Zeitzone</translation>
    </message>
    <message>
        <source>It is not known which clock they are read from, and guessing could be hours wrong.</source>
        <translation>Es ist nicht bekannt, nach welcher Uhr sie zu lesen sind, und Raten könnte um Stunden danebenliegen.</translation>
    </message>
    <message>
        <source>Choose the time zone in the connection&apos;s settings, then press Retry.</source>
        <translation>Legen Sie die Zeitzone in den Einstellungen der Verbindung fest und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” could not be read</source>
        <translation>„%1“ konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>There stands “%2”, which is not the kind of value that belongs there.</source>
        <translation>Dort steht „%2“, und das ist nicht die Art von Wert, die dort hingehört.</translation>
    </message>
    <message>
        <source>Correct it in the database, then press Retry.</source>
        <translation>Berichtigen Sie es in der Datenbank und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” is too large to be read</source>
        <translation>„%1“ ist zum Lesen zu groß</translation>
    </message>
    <message>
        <source>It has more than %2 characters.</source>
        <translation>Es sind mehr als %2 Zeichen.</translation>
    </message>
    <message>
        <source>Take the field out of the mapping, or shorten it in the database.</source>
        <translation>Nehmen Sie das Feld aus der Zuordnung, oder kürzen Sie es in der Datenbank.</translation>
    </message>
    <message>
        <source>The row is not there any more</source>
        <translation>Die Zeile ist nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>It was deleted from %2 in the meantime.</source>
        <translation>Sie wurde inzwischen aus %2 gelöscht.</translation>
    </message>
    <message>
        <source>Decide whether it is to be made anew: remove the link, then press Retry.</source>
        <translation>Entscheiden Sie, ob sie neu angelegt werden soll. Wenn ja, entfernen Sie die Verknüpfung und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” is part of the row&apos;s key</source>
        <translation>„%1“ ist Teil des Schlüssels der Zeile</translation>
    </message>
    <message>
        <source>A key tells rows of %2 apart and stays as it is.</source>
        <translation>Ein Schlüssel unterscheidet die Zeilen von %2 und bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Take the field out of the mapping of updates.</source>
        <translation>Nehmen Sie das Feld aus der Zuordnung für Änderungen.</translation>
    </message>
    <message>
        <source>“%1” cannot be written</source>
        <translation>„%1“ kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The database fills it by itself, or it holds something that is no plain value.</source>
        <translation>Die Datenbank füllt es selbst, oder es enthält etwas, das kein einfacher Wert ist.</translation>
    </message>
    <message>
        <source>Take the field out of the mapping.</source>
        <translation>Nehmen Sie das Feld aus der Zuordnung.</translation>
    </message>
    <message>
        <source>Nothing to write</source>
        <translation>Nichts zu schreiben</translation>
    </message>
    <message>
        <source>Every mapped field is empty for this record.</source>
        <translation>Alle zugeordneten Felder sind bei diesem Datensatz leer.</translation>
    </message>
    <message>
        <source>Fill in a value at the source, or change the mapping.</source>
        <translation>Ergänzen Sie einen Wert in der Quelle, oder ändern Sie die Zuordnung.</translation>
    </message>
    <message>
        <source>Two programs were in each other&apos;s way</source>
        <translation>Zwei Programme waren einander im Weg</translation>
    </message>
    <message>
        <source>The database let the other one go first.</source>
        <translation>Die Datenbank hat dem anderen den Vortritt gelassen.</translation>
    </message>
    <message>
        <source>Nothing to do: it is tried again.</source>
        <translation>Nichts zu tun: Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>The table is in use by another program</source>
        <translation>Die Tabelle wird von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>It was locked longer than we wait.</source>
        <translation>Sie war länger gesperrt, als wir warten.</translation>
    </message>
    <message>
        <source>Nothing to do: it is tried again. If it stays, ask who else works in the database.</source>
        <translation>Nichts zu tun: Es wird erneut versucht. Bleibt es dabei, fragen Sie, wer sonst in der Datenbank arbeitet.</translation>
    </message>
    <message>
        <source>The database took too long</source>
        <translation>Die Datenbank hat zu lange gebraucht</translation>
    </message>
    <message>
        <source>It did not finish within the time set in the connection.</source>
        <translation>Sie wurde nicht innerhalb der Zeit fertig, die in der Verbindung eingestellt ist.</translation>
    </message>
    <message>
        <source>Press Retry. If it stays, ask for an index on the change column, or allow more time in the connection.</source>
        <translation>Wählen Sie „Erneut versuchen“. Bleibt es dabei, bitten Sie um einen Index für die Änderungsspalte, oder lassen Sie in der Verbindung mehr Zeit zu.</translation>
    </message>
    <message>
        <source>The connection to the database broke</source>
        <translation>Die Verbindung zur Datenbank ist abgebrochen</translation>
    </message>
    <message>
        <source>The line or the database stopped in the middle. What was under way was undone.</source>
        <translation>Die Leitung oder die Datenbank ist mittendrin ausgefallen. Was gerade im Gange war, wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>It is not known whether the rows of %1 were saved</source>
        <translation>Es ist nicht bekannt, ob die Zeilen von %1 gespeichert wurden</translation>
    </message>
    <message>
        <source>The line broke at the very moment of saving.</source>
        <translation>Die Leitung brach genau im Augenblick des Speicherns ab.</translation>
    </message>
    <message>
        <source>Nothing to do: the rows are looked up before anything is sent again.</source>
        <translation>Nichts zu tun: Die Zeilen werden nachgesehen, bevor wieder etwas gesendet wird.</translation>
    </message>
    <message>
        <source>The database does not answer</source>
        <translation>Die Datenbank antwortet nicht</translation>
    </message>
    <message>
        <source>The computer %1 took the question and then fell silent.</source>
        <translation>Der Computer %1 hat die Anfrage angenommen und ist dann verstummt.</translation>
    </message>
    <message>
        <source>Nothing to do: it is tried again. If it stays, ask who looks after the database.</source>
        <translation>Nichts zu tun: Es wird erneut versucht. Bleibt es dabei, wenden Sie sich an die Person, die die Datenbank betreut.</translation>
    </message>
    <message>
        <source>The database cannot be reached</source>
        <translation>Die Datenbank ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Nothing answers at %1: the computer is off, the port is wrong, or a firewall is in between.</source>
        <translation>Unter %1 antwortet nichts: Der Computer ist ausgeschaltet, der Port ist falsch oder eine Firewall steht dazwischen.</translation>
    </message>
    <message>
        <source>Check the computer and the port in the connection. It is tried again by itself.</source>
        <translation>Prüfen Sie den Computer und den Port in der Verbindung. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The database has no free connection</source>
        <translation>Die Datenbank hat keine freie Verbindung</translation>
    </message>
    <message>
        <source>Too many programs are connected at once.</source>
        <translation>Es sind zu viele Programme gleichzeitig verbunden.</translation>
    </message>
    <message>
        <source>The database did not accept user name and password</source>
        <translation>Die Datenbank hat Benutzername und Passwort nicht akzeptiert</translation>
    </message>
    <message>
        <source>%1 refused the user “%3”.</source>
        <translation>%1 hat den Benutzer „%3“ abgewiesen.</translation>
    </message>
    <message>
        <source>Correct user name and password in the connection. Perhaps the user may not connect from this computer.</source>
        <translation>Berichtigen Sie Benutzername und Passwort in der Verbindung. Vielleicht darf sich der Benutzer von diesem Computer aus nicht verbinden.</translation>
    </message>
    <message>
        <source>The database&apos;s computer is not known</source>
        <translation>Der Computer der Datenbank ist nicht bekannt</translation>
    </message>
    <message>
        <source>No computer is called “%1” here.</source>
        <translation>Hier gibt es keinen Computer namens „%1“.</translation>
    </message>
    <message>
        <source>Correct the name in the connection, or switch on your company&apos;s network.</source>
        <translation>Berichtigen Sie den Namen in der Verbindung, oder verbinden Sie sich mit dem Netz Ihres Unternehmens.</translation>
    </message>
    <message>
        <source>There is no database “%2”</source>
        <translation>Es gibt keine Datenbank „%2“</translation>
    </message>
    <message>
        <source>The computer %1 answers but does not have it.</source>
        <translation>Der Computer %1 antwortet, hat sie aber nicht.</translation>
    </message>
    <message>
        <source>Correct the name of the database in the connection.</source>
        <translation>Berichtigen Sie den Namen der Datenbank in der Verbindung.</translation>
    </message>
    <message>
        <source>The connection to %1 could not be encrypted</source>
        <translation>Die Verbindung zu %1 konnte nicht verschlüsselt werden</translation>
    </message>
    <message>
        <source>The database does not offer encryption, or its certificate is not trusted.</source>
        <translation>Die Datenbank bietet keine Verschlüsselung an, oder ihrem Zertifikat wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Ask who looks after the database, or choose another encryption in the connection.</source>
        <translation>Wenden Sie sich an die Person, die die Datenbank betreut, oder wählen Sie in der Verbindung eine andere Verschlüsselung.</translation>
    </message>
    <message>
        <source>The certificate cannot be checked with MySQL or MariaDB</source>
        <translation>Das Zertifikat kann bei MySQL oder MariaDB nicht geprüft werden</translation>
    </message>
    <message>
        <source>The driver for these databases encrypts, but cannot prove whom it talks to.</source>
        <translation>Der Treiber für diese Datenbanken verschlüsselt zwar, kann aber nicht nachweisen, mit wem er spricht.</translation>
    </message>
    <message>
        <source>Choose “Always encrypted” under “%1”.</source>
        <translation>Wählen Sie „Immer verschlüsselt“ unter „%1“.</translation>
    </message>
    <message>
        <source>A part for this kind of database is missing</source>
        <translation>Ein Programmteil für diese Art von Datenbank fehlt</translation>
    </message>
    <message>
        <source>The driver %1 is not installed on this computer.</source>
        <translation>Der Treiber %1 ist auf diesem Computer nicht installiert.</translation>
    </message>
    <message>
        <source>Install it, or choose another kind of database in the connection.</source>
        <translation>Installieren Sie ihn, oder wählen Sie in der Verbindung eine andere Art von Datenbank.</translation>
    </message>
    <message>
        <source>The database file cannot be used</source>
        <translation>Die Datenbankdatei kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>%1 is not there, cannot be read, or is no database.</source>
        <translation>%1 ist nicht vorhanden, kann nicht gelesen werden oder ist keine Datenbank.</translation>
    </message>
    <message>
        <source>Choose the file again in the connection.</source>
        <translation>Wählen Sie die Datei in der Verbindung noch einmal aus.</translation>
    </message>
    <message>
        <source>The user may not do that in %2</source>
        <translation>Der Benutzer darf das in %2 nicht</translation>
    </message>
    <message>
        <source>The database&apos;s administrator has not allowed it.</source>
        <translation>Der Administrator der Datenbank hat es nicht erlaubt.</translation>
    </message>
    <message>
        <source>Give the administrator the list of rights shown in the connection.</source>
        <translation>Geben Sie dem Administrator die Liste der Rechte, die in der Verbindung angezeigt wird.</translation>
    </message>
    <message>
        <source>The database is read only</source>
        <translation>Die Datenbank kann nur gelesen werden</translation>
    </message>
    <message>
        <source>The connection or the database itself allows no changes.</source>
        <translation>Die Verbindung oder die Datenbank selbst lässt keine Änderungen zu.</translation>
    </message>
    <message>
        <source>Allow writing in the connection, or ask who looks after the database.</source>
        <translation>Erlauben Sie das Schreiben in der Verbindung, oder wenden Sie sich an die Person, die die Datenbank betreut.</translation>
    </message>
    <message>
        <source>The table %2 was changed</source>
        <translation>Die Tabelle %2 wurde geändert</translation>
    </message>
    <message>
        <source>A column or the table itself is not as it was when the sync was set up.</source>
        <translation>Eine Spalte oder die Tabelle selbst ist nicht mehr so, wie sie bei der Einrichtung des Abgleichs war.</translation>
    </message>
    <message>
        <source>Open the sync and check the mapping.</source>
        <translation>Öffnen Sie den Abgleich und prüfen Sie die Zuordnung.</translation>
    </message>
    <message>
        <source>The database has no space left</source>
        <translation>Die Datenbank hat keinen Platz mehr</translation>
    </message>
    <message>
        <source>Its disk is full. Nothing was saved.</source>
        <translation>Ihr Datenträger ist voll. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Ask who looks after the database to make room, then press Retry.</source>
        <translation>Bitten Sie die Person, die die Datenbank betreut, Platz zu schaffen, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The database gave an unusual answer</source>
        <translation>Die Datenbank hat eine ungewöhnliche Antwort gegeben</translation>
    </message>
    <message>
        <source>Press Retry. If it stays, send us the technical details.</source>
        <translation>Wählen Sie „Erneut versuchen“. Bleibt es dabei, senden Sie uns die technischen Details.</translation>
    </message>
    <message>
        <source>Rows of %1 cannot be told apart</source>
        <translation>Die Zeilen von %1 lassen sich nicht unterscheiden</translation>
    </message>
    <message>
        <source>The table has no key, so it can be read but not written.</source>
        <translation>Die Tabelle hat keinen Schlüssel; deshalb kann sie gelesen, aber nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose the columns that tell its rows apart, or ask for a key.</source>
        <translation>Wählen Sie die Spalten, die ihre Zeilen unterscheiden, oder bitten Sie um einen Schlüssel.</translation>
    </message>
    <message>
        <source>Rows of %1 cannot be found again</source>
        <translation>Die Zeilen von %1 lassen sich nicht wiederfinden</translation>
    </message>
    <message>
        <source>No column of the table holds our key.</source>
        <translation>Keine Spalte der Tabelle enthält unseren Schlüssel.</translation>
    </message>
    <message>
        <source>Choose such a column in the connection; it should allow each value only once.</source>
        <translation>Wählen Sie in der Verbindung eine solche Spalte; sie sollte jeden Wert nur einmal zulassen.</translation>
    </message>
    <message>
        <source>The column %1 cannot be used</source>
        <translation>Die Spalte %1 kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>%2 has no such column, or it cannot be put in order.</source>
        <translation>%2 hat keine solche Spalte, oder sie lässt sich nicht sortieren.</translation>
    </message>
    <message>
        <source>Choose another column in the connection.</source>
        <translation>Wählen Sie in der Verbindung eine andere Spalte.</translation>
    </message>
    <message>
        <source>“%1” is empty</source>
        <translation>„%1“ ist leer</translation>
    </message>
    <message>
        <source>The connection to the database needs it.</source>
        <translation>Die Verbindung zur Datenbank braucht diese Angabe.</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>Füllen Sie das Feld aus.</translation>
    </message>
    <message>
        <source>“%1” is not right</source>
        <translation>„%1“ stimmt nicht</translation>
    </message>
    <message>
        <source>“%2” cannot be used there.</source>
        <translation>„%2“ kann dort nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Correct it in the connection.</source>
        <translation>Berichtigen Sie es in der Verbindung.</translation>
    </message>
    <message>
        <source>A password stands in “%1”</source>
        <translation>In „%1“ steht ein Passwort</translation>
    </message>
    <message>
        <source>There it would be kept in the clear.</source>
        <translation>Dort würde es unverschlüsselt aufbewahrt.</translation>
    </message>
    <message>
        <source>Move it to the field Password, which is kept in this computer&apos;s keychain.</source>
        <translation>Verschieben Sie es in das Feld „Passwort“; es wird im Schlüsselbund dieses Computers aufbewahrt.</translation>
    </message>
    <message>
        <source>The record you chose is gone</source>
        <translation>Der gewählte Datensatz ist nicht mehr da</translation>
    </message>
    <message>
        <source>“%1” was chosen for this record, but the other system has it no longer, or has archived it. Nothing was written.</source>
        <translation>„%1“ wurde für diesen Datensatz gewählt, aber das andere System hat ihn nicht mehr oder hat ihn archiviert. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Choose again which one it is, or make a new one.</source>
        <translation>Wählen Sie noch einmal, welcher es ist, oder legen Sie einen neuen an.</translation>
    </message>
    <message>
        <source>The record you chose is gone: %1</source>
        <translation>Der gewählte Datensatz ist nicht mehr da: %1</translation>
    </message>
    <message>
        <source>The record you chose belongs to another one</source>
        <translation>Der gewählte Datensatz gehört zu einem anderen</translation>
    </message>
    <message>
        <source>“%1” was chosen for this record, but meanwhile it stands for another record of the source. Nothing was written.</source>
        <translation>„%1“ wurde für diesen Datensatz gewählt, steht aber inzwischen für einen anderen Datensatz der Quelle. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The record you chose belongs to another one: %1</source>
        <translation>Der gewählte Datensatz gehört zu einem anderen: %1</translation>
    </message>
    <message>
        <source>This is not one of the records to choose from</source>
        <translation>Dieser Datensatz steht nicht zur Auswahl</translation>
    </message>
    <message>
        <source>Only records that were found to be alike can be chosen. Nothing was changed.</source>
        <translation>Es können nur Datensätze gewählt werden, die als ähnlich gefunden wurden. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Look at the problem again and choose one that it names.</source>
        <translation>Sehen Sie sich das Problem noch einmal an und wählen Sie einen Datensatz, der dort genannt ist.</translation>
    </message>
    <message>
        <source>There is nothing to decide here</source>
        <translation>Hier gibt es nichts zu entscheiden</translation>
    </message>
    <message>
        <source>This problem does not ask which of several records is meant. Nothing was changed.</source>
        <translation>Dieses Problem fragt nicht, welcher von mehreren Datensätzen gemeint ist. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Look at the problem: it says what helps.</source>
        <translation>Sehen Sie sich das Problem an: Dort steht, was hilft.</translation>
    </message>
    <message>
        <source>This decision was used already</source>
        <translation>Diese Entscheidung wurde bereits angewendet</translation>
    </message>
    <message>
        <source>A run has acted on it, or it was taken back before. Nothing was changed.</source>
        <translation>Ein Lauf hat danach gehandelt, oder sie wurde schon zurückgenommen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Correct the record in the other system itself.</source>
        <translation>Berichtigen Sie den Datensatz direkt im anderen System.</translation>
    </message>
    <message>
        <source>Changed after the preview was approved</source>
        <translation>Nach der Freigabe der Vorschau geändert</translation>
    </message>
    <message>
        <source>As approved → as it would be now: %1. The source record, a lookup table or the ledger&apos;s own facts changed since. Nothing was written.</source>
        <translation>Wie freigegeben → wie es jetzt wäre: %1. Der Quelldatensatz, eine Nachschlagetabelle oder die Angaben der Buchhaltung selbst haben sich seitdem geändert. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Look at it in a new preview, then write that one. Retry writes it as it is now.</source>
        <translation>Sehen Sie sich das in einer neuen Vorschau an und schreiben Sie dann diese. „Erneut versuchen“ schreibt es so, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>“%2” is not what was approved any more</source>
        <translation>„%2“ entspricht nicht mehr dem, was freigegeben wurde</translation>
    </message>
    <message>
        <source>Changed in the other system after the preview was approved</source>
        <translation>Nach der Freigabe der Vorschau im anderen System geändert</translation>
    </message>
    <message>
        <source>Since the preview somebody changed it there, or something was booked on it. %2 Nothing was overwritten.</source>
        <translation>Seit der Vorschau hat es dort jemand geändert, oder es wurde darauf gebucht. Unterschied: %2. Es wurde nichts überschrieben.</translation>
    </message>
    <message>
        <source>Look at it in a new preview, then write that one.</source>
        <translation>Sehen Sie sich das in einer neuen Vorschau an und schreiben Sie dann diese.</translation>
    </message>
    <message>
        <source>%1 was changed in the other system after the preview was approved</source>
        <translation>%1 wurde nach der Freigabe der Vorschau im anderen System geändert</translation>
    </message>
    <message>
        <source>It was to be new, but is there already</source>
        <translation>Sollte neu angelegt werden, ist aber schon vorhanden</translation>
    </message>
    <message>
        <source>When the preview was approved there was no record for it in the other system. Now there is one: %2. Nothing was written.</source>
        <translation>Als die Vorschau freigegeben wurde, gab es im anderen System keinen Datensatz dazu. Jetzt gibt es einen: %2. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>“%1” was to be new, but is there already</source>
        <translation>„%1“ sollte neu angelegt werden, ist aber schon vorhanden</translation>
    </message>
    <message>
        <source>It was to be changed, but is not there any more</source>
        <translation>Sollte geändert werden, ist aber nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>When the preview was approved it had a record in the other system. Now it has none, and a new one was not approved. Nothing was written.</source>
        <translation>Als die Vorschau freigegeben wurde, gab es dazu einen Datensatz im anderen System. Jetzt gibt es keinen, und ein neuer wurde nicht freigegeben. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>“%1” was to be changed, but is not there any more</source>
        <translation>„%1“ sollte geändert werden, ist aber nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>A rule leaves it out now, but it was approved</source>
        <translation>Jetzt von einer Regel ausgelassen, war aber freigegeben</translation>
    </message>
    <message>
        <source>The rule “%1” did not fit when the preview was approved, and fits now. Nothing was written.</source>
        <translation>Die Regel „%1“ traf nicht zu, als die Vorschau freigegeben wurde, und trifft jetzt zu. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>“%2” was approved, but the rule “%1” leaves it out now</source>
        <translation>„%2“ war freigegeben, wird aber jetzt von der Regel „%1“ ausgelassen</translation>
    </message>
    <message>
        <source>It was approved, but the source does not show it any more</source>
        <translation>War freigegeben, aber die Quelle zeigt es nicht mehr</translation>
    </message>
    <message>
        <source>It was deleted, merged, or can no longer be seen by the person who signed in. Nothing was written.</source>
        <translation>Es wurde gelöscht, zusammengeführt oder ist für die angemeldete Person nicht mehr sichtbar. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Look for it in its own system, or skip it with a reason.</source>
        <translation>Suchen Sie es in seinem eigenen System, oder überspringen Sie es mit einer Begründung.</translation>
    </message>
    <message>
        <source>“%1” was approved, but the source does not show it any more</source>
        <translation>„%1“ war freigegeben, aber die Quelle zeigt es nicht mehr</translation>
    </message>
    <message>
        <source>It would have to be made first, but was not approved</source>
        <translation>Müsste zuerst angelegt werden, war aber nicht freigegeben</translation>
    </message>
    <message>
        <source>“%1” was there when the preview was approved, and is not there now. Nothing was written.</source>
        <translation>„%1“ war vorhanden, als die Vorschau freigegeben wurde, und ist es jetzt nicht mehr. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>It was not in the approved preview</source>
        <translation>War nicht in der freigegebenen Vorschau</translation>
    </message>
    <message>
        <source>It is new, or changed only after the preview. It was left alone.</source>
        <translation>Es ist neu oder wurde erst nach der Vorschau geändert. Es wurde nicht angetastet.</translation>
    </message>
    <message>
        <source>Nothing to do: the next ordinary sync or preview takes it in.</source>
        <translation>Nichts zu tun: Der nächste gewöhnliche Abgleich oder die nächste Vorschau nimmt es auf.</translation>
    </message>
    <message>
        <source>“%1” was not in the approved preview and was left for the next sync</source>
        <translation>„%1“ war nicht in der freigegebenen Vorschau und bleibt für den nächsten Abgleich</translation>
    </message>
    <message>
        <source>%1 not in the approved preview</source>
        <translation>Nicht in der freigegebenen Vorschau: %1</translation>
    </message>
    <message>
        <source>They are new, or changed only after the preview. They were left alone.</source>
        <translation>Sie sind neu oder wurden erst nach der Vorschau geändert. Sie wurden nicht angetastet.</translation>
    </message>
    <message>
        <source>Nothing to do: the next ordinary sync or preview takes them in.</source>
        <translation>Nichts zu tun: Der nächste gewöhnliche Abgleich oder die nächste Vorschau nimmt sie auf.</translation>
    </message>
    <message>
        <source>%1 not in the approved preview, left for the next sync</source>
        <translation>Nicht in der freigegebenen Vorschau, bleibt für den nächsten Abgleich: %1</translation>
    </message>
    <message>
        <source>The preview %1 cannot be written</source>
        <translation>Die Vorschau %1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Its plan is not kept: a newer preview took its place, it is too old, or there is no such preview.</source>
        <translation>Ihr Plan ist nicht mehr aufbewahrt: Eine neuere Vorschau hat ihn ersetzt, er ist zu alt, oder es gibt keine solche Vorschau.</translation>
    </message>
    <message>
        <source>Make a new preview and write that one.</source>
        <translation>Erstellen Sie eine neue Vorschau und schreiben Sie diese.</translation>
    </message>
    <message>
        <source>This is a preview of another sync</source>
        <translation>Dies ist die Vorschau eines anderen Abgleichs</translation>
    </message>
    <message>
        <source>A preview can only be written by the sync it was made for: this one is not of “%1”.</source>
        <translation>Eine Vorschau kann nur der Abgleich schreiben, für den sie erstellt wurde: Diese gehört nicht zu „%1“.</translation>
    </message>
    <message>
        <source>Name a preview of this sync, or make a new one.</source>
        <translation>Nennen Sie eine Vorschau dieses Abgleichs, oder erstellen Sie eine neue.</translation>
    </message>
    <message>
        <source>The preview %1 did not come to its end</source>
        <translation>Die Vorschau %1 wurde nicht zu Ende geführt</translation>
    </message>
    <message>
        <source>It was stopped or met a fault, so it does not show everything that would be written.</source>
        <translation>Sie wurde angehalten oder stieß auf einen Fehler und zeigt deshalb nicht alles, was geschrieben würde.</translation>
    </message>
    <message>
        <source>The sync was changed after its preview</source>
        <translation>Der Abgleich wurde nach seiner Vorschau geändert</translation>
    </message>
    <message>
        <source>The mapping, the rules or the connections of “%1” are not what they were when the preview was made.</source>
        <translation>Die Zuordnung, die Regeln oder die Verbindungen von „%1“ sind nicht mehr so, wie sie bei der Erstellung der Vorschau waren.</translation>
    </message>
    <message>
        <source>The preview %1 was written already</source>
        <translation>Die Vorschau %1 wurde bereits geschrieben</translation>
    </message>
    <message>
        <source>Run %2 has written it. What it shows is in the other system, but for what was held.</source>
        <translation>Lauf %2 hat sie geschrieben. Was sie zeigt, ist im anderen System, bis auf das, was zurückgehalten wurde.</translation>
    </message>
    <message>
        <source>Make a new preview to see what is left.</source>
        <translation>Erstellen Sie eine neue Vorschau, um zu sehen, was noch übrig ist.</translation>
    </message>
    <message>
        <source>Won again: a note for finance follows</source>
        <translation>Wieder gewonnen: Eine Notiz für die Buchhaltung folgt</translation>
    </message>
    <message>
        <source>It had dropped out of this sync and is back. The same document %1 is kept; no second one is made.</source>
        <translation>Der Quelldatensatz war aus diesem Abgleich herausgefallen und ist wieder dabei. Derselbe Beleg %1 bleibt bestehen; es wird kein zweiter angelegt.</translation>
    </message>
    <message>
        <source>Nothing to do: the note is put on the document&apos;s history.</source>
        <translation>Nichts zu tun: Die Notiz wird im Verlauf des Belegs vermerkt.</translation>
    </message>
    <message>
        <source>Won again: a note for finance is on the document</source>
        <translation>Wieder gewonnen: Am Beleg steht eine Notiz für die Buchhaltung</translation>
    </message>
    <message>
        <source>In the history of %1: “%2”</source>
        <translation>Im Verlauf von %1: „%2“</translation>
    </message>
    <message>
        <source>Nothing to do: no second document was made.</source>
        <translation>Nichts zu tun: Es wurde kein zweiter Beleg angelegt.</translation>
    </message>
    <message>
        <source>A note for finance is not written yet</source>
        <translation>Eine Notiz für die Buchhaltung ist noch nicht geschrieben</translation>
    </message>
    <message>
        <source>The other system did not take it now: %2. The note for the history of %1 reads: “%3”</source>
        <translation>Das andere System hat sie jetzt nicht angenommen: %2. Die Notiz für den Verlauf von %1 lautet: „%3“</translation>
    </message>
    <message>
        <source>Nothing to do: the next run writes it, once.</source>
        <translation>Nichts zu tun: Der nächste Lauf schreibt sie, und zwar nur einmal.</translation>
    </message>
    <message>
        <source>A note for finance was refused</source>
        <translation>Eine Notiz für die Buchhaltung wurde abgelehnt</translation>
    </message>
    <message>
        <source>The other system says: “%2”. The note for the history of %1 reads: “%3”</source>
        <translation>Das andere System meldet: „%2“. Die Notiz für den Verlauf von %1 lautet: „%3“</translation>
    </message>
    <message>
        <source>Put the note on the document by hand if finance needs it.</source>
        <translation>Vermerken Sie die Notiz von Hand am Beleg, falls die Buchhaltung sie braucht.</translation>
    </message>
    <message>
        <source>The other system keeps no notes on its documents</source>
        <translation>Das andere System führt keine Notizen zu seinen Belegen</translation>
    </message>
    <message>
        <source>So nothing could be put on %1.</source>
        <translation>Deshalb konnte bei %1 nichts vermerkt werden.</translation>
    </message>
    <message>
        <source>Tell finance another way if they need to know.</source>
        <translation>Informieren Sie die Buchhaltung auf anderem Weg, falls sie es wissen muss.</translation>
    </message>
    <message>
        <source>A value does not fit its field</source>
        <translation>Ein Wert passt nicht in sein Feld</translation>
    </message>
    <message>
        <source>“%1” cannot be “%2”.</source>
        <translation>„%1“ kann nicht „%2“ sein.</translation>
    </message>
    <message>
        <source>Write numbers as 1250.00, dates as 2026-11-21, and yes or no as true or false.</source>
        <translation>Schreiben Sie Zahlen als 1250.00, Datumsangaben als 2026-11-21 und Ja oder Nein als true oder false.</translation>
    </message>
    <message>
        <source>“%2” does not fit “%1”</source>
        <translation>„%2“ passt nicht zu „%1“</translation>
    </message>
    <message>
        <source>There is no such field</source>
        <translation>Dieses Feld gibt es nicht</translation>
    </message>
    <message>
        <source>This kind of record has no field “%1”.</source>
        <translation>Diese Art von Datensatz hat kein Feld „%1“.</translation>
    </message>
    <message>
        <source>Look at the list of fields and use one of those names.</source>
        <translation>Sehen Sie in der Liste der Felder nach und verwenden Sie einen dieser Namen.</translation>
    </message>
    <message>
        <source>There is no field “%1”</source>
        <translation>Es gibt kein Feld „%1“</translation>
    </message>
    <message>
        <source>A field cannot be set</source>
        <translation>Ein Feld kann nicht gesetzt werden</translation>
    </message>
    <message>
        <source>The system fills in “%1” by itself.</source>
        <translation>Das System füllt „%1“ selbst aus.</translation>
    </message>
    <message>
        <source>Leave this field out.</source>
        <translation>Lassen Sie dieses Feld weg.</translation>
    </message>
    <message>
        <source>“%1” cannot be set</source>
        <translation>„%1“ kann nicht gesetzt werden</translation>
    </message>
    <message>
        <source>A record could not be read</source>
        <translation>Ein Datensatz konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>A record is written as {&quot;field&quot;: &quot;value&quot;}.</source>
        <translation>Ein Datensatz wird so geschrieben: {&quot;Feld&quot;: &quot;Wert&quot;}.</translation>
    </message>
    <message>
        <source>Correct the line and try again.</source>
        <translation>Berichtigen Sie die Zeile und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A change does not say which record it changes</source>
        <translation>Eine Änderung sagt nicht, welchen Datensatz sie ändert</translation>
    </message>
    <message>
        <source>Each line of a change names its record: {&quot;id&quot;: &quot;…&quot;, &quot;set&quot;: {…}}.</source>
        <translation>Jede Zeile einer Änderung nennt ihren Datensatz: {&quot;id&quot;: &quot;…&quot;, &quot;set&quot;: {…}}.</translation>
    </message>
    <message>
        <source>Add the record&apos;s id and try again.</source>
        <translation>Ergänzen Sie die Kennung (id) des Datensatzes und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The system has no “%1”</source>
        <translation>Das System kennt „%1“ nicht</translation>
    </message>
    <message>
        <source>Nothing of that name can be read or written there.</source>
        <translation>Unter diesem Namen kann dort nichts gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Look at the list of what the connection holds and use a name from it.</source>
        <translation>Sehen Sie in der Liste nach, was die Verbindung enthält, und verwenden Sie einen Namen daraus.</translation>
    </message>
    <message>
        <source>%1 cannot be entered here</source>
        <translation>%1: Erfassen ist hier nicht möglich</translation>
    </message>
    <message>
        <source>The system makes them by itself, or this sign-in may only read them.</source>
        <translation>Das System legt sie selbst an, oder diese Anmeldung darf sie nur lesen.</translation>
    </message>
    <message>
        <source>Enter them in the system itself.</source>
        <translation>Erfassen Sie sie im System selbst.</translation>
    </message>
    <message>
        <source>%1 cannot be changed here</source>
        <translation>%1: Ändern ist hier nicht möglich</translation>
    </message>
    <message>
        <source>The system does not let other programs change them, or nothing tells which row is meant.</source>
        <translation>Das System lässt sie nicht von anderen Programmen ändern, oder nichts sagt, welche Zeile gemeint ist.</translation>
    </message>
    <message>
        <source>Change them in the system itself. For a file, name the columns that tell its rows apart.</source>
        <translation>Ändern Sie sie im System selbst. Geben Sie bei einer Datei die Spalten an, die ihre Zeilen unterscheiden.</translation>
    </message>
    <message>
        <source>There is nothing to write</source>
        <translation>Es gibt nichts zu schreiben</translation>
    </message>
    <message>
        <source>No field of this record has a value.</source>
        <translation>Kein Feld dieses Datensatzes hat einen Wert.</translation>
    </message>
    <message>
        <source>Fill in at least one field.</source>
        <translation>Füllen Sie mindestens ein Feld aus.</translation>
    </message>
    <message>
        <source>A record is there already</source>
        <translation>Ein Datensatz ist schon vorhanden</translation>
    </message>
    <message>
        <source>A record named “%1” is there already; it was left as it is.</source>
        <translation>Ein Datensatz namens „%1“ ist schon vorhanden; er wurde so gelassen, wie er ist.</translation>
    </message>
    <message>
        <source>Use another name, or change the record that is there.</source>
        <translation>Verwenden Sie einen anderen Namen, oder ändern Sie den vorhandenen Datensatz.</translation>
    </message>
    <message>
        <source>“%1” is there already</source>
        <translation>„%1“ ist schon vorhanden</translation>
    </message>
    <message>
        <source>This record was not sent</source>
        <translation>Dieser Datensatz wurde nicht gesendet</translation>
    </message>
    <message>
        <source>The entry ended at an earlier record.</source>
        <translation>Die Erfassung endete bei einem früheren Datensatz.</translation>
    </message>
    <message>
        <source>Solve what the earlier record met, then enter this one again.</source>
        <translation>Lösen Sie das Problem des früheren Datensatzes und erfassen Sie dann diesen noch einmal.</translation>
    </message>
    <message>
        <source>The record did not arrive</source>
        <translation>Der Datensatz ist nicht angekommen</translation>
    </message>
    <message>
        <source>The program ended while “%1” was on its way. It was looked for since, and it is not there.</source>
        <translation>Das Programm endete, während „%1“ unterwegs war. Seitdem wurde danach gesucht, und der Datensatz ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>Enter it again.</source>
        <translation>Erfassen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>“%1” did not arrive</source>
        <translation>„%1“ ist nicht angekommen</translation>
    </message>
    <message>
        <source>A change cannot be seen in the record</source>
        <translation>Eine Änderung ist im Datensatz nicht zu sehen</translation>
    </message>
    <message>
        <source>The program ended while the change was on its way. “%1” was read since, and does not show it: it did not arrive, or somebody changed it afterwards.</source>
        <translation>Das Programm endete, während die Änderung unterwegs war. „%1“ wurde seitdem gelesen und zeigt sie nicht: Sie kam nicht an, oder jemand hat den Datensatz danach geändert.</translation>
    </message>
    <message>
        <source>Look at the record and enter the change again if it is missing.</source>
        <translation>Sehen Sie sich den Datensatz an und erfassen Sie die Änderung noch einmal, falls sie fehlt.</translation>
    </message>
    <message>
        <source>A change of “%1” cannot be seen</source>
        <translation>Eine Änderung von „%1“ ist nicht zu sehen</translation>
    </message>
    <message>
        <source>It is not known whether the record arrived</source>
        <translation>Es ist nicht bekannt, ob der Datensatz angekommen ist</translation>
    </message>
    <message>
        <source>The program ended before the answer came, and nothing names the record so that it could be looked for (%1).</source>
        <translation>Das Programm endete, bevor die Antwort kam, und nichts benennt den Datensatz so, dass danach gesucht werden könnte (%1).</translation>
    </message>
    <message>
        <source>Look in the system before you enter it again.</source>
        <translation>Sehen Sie im System nach, bevor Sie ihn noch einmal erfassen.</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>Die Datei kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check the name and that you may read it.</source>
        <translation>Prüfen Sie den Namen und ob Sie die Datei lesen dürfen.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened</source>
        <translation>„%1“ kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>A cell is no number</source>
        <translation>Eine Zelle ist keine Zahl</translation>
    </message>
    <message>
        <source>It says “%4” where the other rows have numbers.</source>
        <translation>Dort steht „%4“, wo die anderen Zeilen Zahlen haben.</translation>
    </message>
    <message>
        <source>Correct the cell in the file, save it, then press Retry.</source>
        <translation>Berichtigen Sie die Zelle in der Datei, speichern Sie sie und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1”, line %2, column “%3”: “%4” is no number</source>
        <translation>„%1“, Zeile %2, Spalte „%3“: „%4“ ist keine Zahl</translation>
    </message>
    <message>
        <source>A number has more digits than can be kept</source>
        <translation>Eine Zahl hat mehr Stellen, als gespeichert werden können</translation>
    </message>
    <message>
        <source>“%4” would have to be rounded, and amounts are never rounded. Numbers may have 38 digits.</source>
        <translation>„%4“ müsste gerundet werden, und Beträge werden nie gerundet. Zahlen dürfen 38 Stellen haben.</translation>
    </message>
    <message>
        <source>If it is an identifier, set the kind of this column to text in the connection. Else correct the cell, then press Retry.</source>
        <translation>Ist es eine Kennung, stellen Sie die Art dieser Spalte in der Verbindung auf Text. Sonst berichtigen Sie die Zelle und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1”, line %2, column “%3”: the number has too many digits</source>
        <translation>„%1“, Zeile %2, Spalte „%3“: Die Zahl hat zu viele Stellen</translation>
    </message>
    <message>
        <source>A cell is no date</source>
        <translation>Eine Zelle ist kein Datum</translation>
    </message>
    <message>
        <source>It says “%4” where the other rows have dates.</source>
        <translation>Dort steht „%4“, wo die anderen Zeilen Datumsangaben haben.</translation>
    </message>
    <message>
        <source>“%1”, line %2, column “%3”: “%4” is no date</source>
        <translation>„%1“, Zeile %2, Spalte „%3“: „%4“ ist kein Datum</translation>
    </message>
    <message>
        <source>A date does not exist</source>
        <translation>Ein Datum existiert nicht</translation>
    </message>
    <message>
        <source>No calendar has the day “%4”.</source>
        <translation>Kein Kalender enthält den Tag „%4“.</translation>
    </message>
    <message>
        <source>Correct the date in the file, save it, then press Retry. If many rows say so, choose the order of day and month in the connection.</source>
        <translation>Berichtigen Sie das Datum in der Datei, speichern Sie sie und wählen Sie dann „Erneut versuchen“. Melden das viele Zeilen, wählen Sie in der Verbindung die Reihenfolge von Tag und Monat.</translation>
    </message>
    <message>
        <source>“%1”, line %2, column “%3”: there is no day “%4”</source>
        <translation>„%1“, Zeile %2, Spalte „%3“: Den Tag „%4“ gibt es nicht</translation>
    </message>
    <message>
        <source>A date lies outside the spreadsheet&apos;s calendar</source>
        <translation>Ein Datum liegt außerhalb des Kalenders der Tabellenkalkulation</translation>
    </message>
    <message>
        <source>The cell holds “%4”. Spreadsheets count days from 1900 and invent a 29 February 1900.</source>
        <translation>Die Zelle enthält „%4“. Tabellenkalkulationen zählen Tage ab 1900 und erfinden einen 29. Februar 1900.</translation>
    </message>
    <message>
        <source>Type the date again in the spreadsheet, save it, then press Retry.</source>
        <translation>Geben Sie das Datum in der Tabelle neu ein, speichern Sie sie und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1”, line %2, column “%3”: “%4” is no day of the calendar</source>
        <translation>„%1“, Zeile %2, Spalte „%3“: „%4“ ist kein Kalendertag</translation>
    </message>
    <message>
        <source>A cell is neither yes nor no</source>
        <translation>Eine Zelle ist weder Ja noch Nein</translation>
    </message>
    <message>
        <source>It says “%4” where the other rows have yes or no.</source>
        <translation>Dort steht „%4“, wo die anderen Zeilen Ja oder Nein haben.</translation>
    </message>
    <message>
        <source>“%1”, line %2, column “%3”: “%4” is neither yes nor no</source>
        <translation>„%1“, Zeile %2, Spalte „%3“: „%4“ ist weder Ja noch Nein</translation>
    </message>
    <message>
        <source>A spreadsheet cell shows an error</source>
        <translation>Eine Tabellenzelle zeigt einen Fehler</translation>
    </message>
    <message>
        <source>It shows “%4” instead of a value. A file made by another program may hold formulas that were never worked out.</source>
        <translation>Sie zeigt „%4“ statt eines Werts. Eine von einem anderen Programm erstellte Datei kann Formeln enthalten, die nie ausgerechnet wurden.</translation>
    </message>
    <message>
        <source>Open the file in Excel, put the formula right, save it, then press Retry.</source>
        <translation>Öffnen Sie die Datei in Excel, berichtigen Sie die Formel, speichern Sie und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1”, line %2, column “%3” shows “%4”</source>
        <translation>„%1“, Zeile %2, Spalte „%3“ zeigt „%4“</translation>
    </message>
    <message>
        <source>Characters of two kinds stand in one file</source>
        <translation>Eine Datei enthält zwei Zeichensätze</translation>
    </message>
    <message>
        <source>The file was put together from parts that were saved in different ways, so accents and umlauts would come out wrong.</source>
        <translation>Die Datei wurde aus Teilen zusammengesetzt, die auf verschiedene Weise gespeichert wurden; Akzente und Umlaute kämen deshalb falsch heraus.</translation>
    </message>
    <message>
        <source>Save the file again as UTF-8, or choose the characters in the connection, then press Retry.</source>
        <translation>Speichern Sie die Datei neu als UTF-8, oder legen Sie den Zeichensatz in der Verbindung fest, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1”, line %2: some characters were saved in another way than the others</source>
        <translation>„%1“, Zeile %2: Einige Zeichen wurden anders gespeichert als die übrigen</translation>
    </message>
    <message>
        <source>A row has too many or too few cells</source>
        <translation>Eine Zeile hat zu viele oder zu wenige Zellen</translation>
    </message>
    <message>
        <source>It has %3 cells, the heading has %4. A separator or a quote inside a text may be the reason.</source>
        <translation>Sie hat %3 Zellen, die Kopfzeile hat %4. Ein Trennzeichen oder ein Anführungszeichen innerhalb eines Textes kann der Grund sein.</translation>
    </message>
    <message>
        <source>Put text with a separator in quotes, or choose the right separator in the connection, then press Retry.</source>
        <translation>Setzen Sie Text mit Trennzeichen in Anführungszeichen, oder stellen Sie in der Verbindung das richtige Trennzeichen ein, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1”, line %2: the row has %3 cells instead of %4</source>
        <translation>„%1“, Zeile %2: Die Zeile hat %3 Zellen statt %4</translation>
    </message>
    <message>
        <source>A row has no key</source>
        <translation>Eine Zeile hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>The column “%3” names the row, and it is empty here.</source>
        <translation>Die Spalte „%3“ kennzeichnet die Zeile, und sie ist hier leer.</translation>
    </message>
    <message>
        <source>Fill it in, save the file, then press Retry.</source>
        <translation>Füllen Sie die Zelle aus, speichern Sie die Datei und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1”, line %2: “%3” is empty</source>
        <translation>„%1“, Zeile %2: „%3“ ist leer</translation>
    </message>
    <message>
        <source>Two rows have the same key</source>
        <translation>Zwei Zeilen haben denselben Schlüssel</translation>
    </message>
    <message>
        <source>“%3” stands in line %4 too. One of them would overwrite the other.</source>
        <translation>„%3“ steht auch in Zeile %4. Die eine würde die andere überschreiben.</translation>
    </message>
    <message>
        <source>Remove one of the rows or correct its key, or add a column to the key in the connection. Then press Retry.</source>
        <translation>Entfernen Sie eine der Zeilen, oder berichtigen Sie ihren Schlüssel, oder fügen Sie dem Schlüssel in der Verbindung eine Spalte hinzu. Wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1”, line %2: “%3” stands in line %4 already</source>
        <translation>„%1“, Zeile %2: „%3“ steht schon in Zeile %4</translation>
    </message>
    <message>
        <source>Day or month first?</source>
        <translation>Tag oder Monat zuerst?</translation>
    </message>
    <message>
        <source>Column “%2” of “%1” has “%3”, and no date in the file shows which number is the day. Nothing was read.</source>
        <translation>Spalte „%2“ von „%1“ enthält „%3“, und kein Datum in der Datei zeigt, welche Zahl der Tag ist. Es wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Choose the order of day and month in the connection. Then press Retry.</source>
        <translation>Legen Sie in der Verbindung die Reihenfolge von Tag und Monat fest. Wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Thousands or decimals?</source>
        <translation>Tausender oder Dezimalstellen?</translation>
    </message>
    <message>
        <source>Column “%2” of “%1” has “%3”, and nothing in the file shows whether the mark stands before the decimals. Nothing was read.</source>
        <translation>Spalte „%2“ von „%1“ enthält „%3“, und nichts in der Datei zeigt, ob das Zeichen vor den Dezimalstellen steht. Es wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Choose how decimals are written in the connection. Then press Retry.</source>
        <translation>Legen Sie in der Verbindung fest, wie Dezimalstellen geschrieben sind. Wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A quote is not closed</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>In “%1” a quote opens in the row that begins on line %2 and has no end. Everything behind it would be one cell.</source>
        <translation>In „%1“ öffnet sich in der Tabellenzeile, die in Zeile %2 beginnt, ein Anführungszeichen, das nicht geschlossen wird. Alles dahinter wäre eine einzige Zelle.</translation>
    </message>
    <message>
        <source>Close the quote or remove it, save the file, then press Retry.</source>
        <translation>Schließen Sie das Anführungszeichen, oder entfernen Sie es, speichern Sie die Datei und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Text stands behind a closing quote</source>
        <translation>Hinter einem schließenden Anführungszeichen steht Text</translation>
    </message>
    <message>
        <source>“%1”, line %2, cell %3. A quote inside a text must be written twice.</source>
        <translation>„%1“, Zeile %2, Zelle %3. Ein Anführungszeichen innerhalb eines Textes muss doppelt geschrieben werden.</translation>
    </message>
    <message>
        <source>Correct the cell, save the file, then press Retry.</source>
        <translation>Berichtigen Sie die Zelle, speichern Sie die Datei und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A row is too long</source>
        <translation>Eine Zeile ist zu lang</translation>
    </message>
    <message>
        <source>“%1”, line %2 is longer than %3 bytes.</source>
        <translation>„%1“: Zeile %2 ist länger als %3 Byte.</translation>
    </message>
    <message>
        <source>Check that this is the right file, and its separator and quotes in the connection.</source>
        <translation>Prüfen Sie, ob dies die richtige Datei ist und ob Trennzeichen und Anführungszeichen in der Verbindung stimmen.</translation>
    </message>
    <message>
        <source>A cell is too long</source>
        <translation>Eine Zelle ist zu lang</translation>
    </message>
    <message>
        <source>“%1”, line %2, cell %3 is longer than %4 allows.</source>
        <translation>„%1“, Zeile %2: Zelle %3 ist länger als die erlaubten %4.</translation>
    </message>
    <message>
        <source>Shorten the text, save the file, then press Retry.</source>
        <translation>Kürzen Sie den Text, speichern Sie die Datei und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A row has too many cells</source>
        <translation>Eine Zeile hat zu viele Zellen</translation>
    </message>
    <message>
        <source>“%1”, line %2. Tables may have %3 columns.</source>
        <translation>„%1“, Zeile %2. Tabellen dürfen %3 Spalten haben.</translation>
    </message>
    <message>
        <source>Check that this is the right file, and its separator in the connection.</source>
        <translation>Prüfen Sie, ob dies die richtige Datei ist und ob das Trennzeichen in der Verbindung stimmt.</translation>
    </message>
    <message>
        <source>A sheet is full</source>
        <translation>Ein Tabellenblatt ist voll</translation>
    </message>
    <message>
        <source>“%1” cannot take more than %2 rows.</source>
        <translation>„%1“ kann nicht mehr als %2 Zeilen aufnehmen.</translation>
    </message>
    <message>
        <source>Write to a CSV file instead.</source>
        <translation>Schreiben Sie stattdessen in eine CSV-Datei.</translation>
    </message>
    <message>
        <source>“%1” has no column “%2”</source>
        <translation>„%1“ hat keine Spalte „%2“</translation>
    </message>
    <message>
        <source>This sync reads it. The separator or the heading&apos;s row may be set wrong.</source>
        <translation>Dieser Abgleich liest sie. Vielleicht ist das Trennzeichen oder die Kopfzeile falsch eingestellt.</translation>
    </message>
    <message>
        <source>Add the column to the file, or correct the connection or the Map step. Then press Retry.</source>
        <translation>Fügen Sie der Datei die Spalte hinzu, oder berichtigen Sie die Verbindung oder den Schritt „Zuordnen“. Wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” is no table</source>
        <translation>„%1“ ist keine Tabelle</translation>
    </message>
    <message>
        <source>It holds bytes that no text has, like a picture or a program.</source>
        <translation>Die Datei enthält Bytes, die kein Text hat, wie ein Bild oder ein Programm.</translation>
    </message>
    <message>
        <source>Choose a CSV or XLSX file.</source>
        <translation>Wählen Sie eine CSV- oder XLSX-Datei.</translation>
    </message>
    <message>
        <source>“%1” is not %2</source>
        <translation>„%1“ ist nicht in %2 gespeichert</translation>
    </message>
    <message>
        <source>Its characters were saved in another way than the connection says.</source>
        <translation>Ihre Zeichen wurden anders gespeichert, als die Verbindung angibt.</translation>
    </message>
    <message>
        <source>Choose the characters in the connection, or let Tieout find out.</source>
        <translation>Wählen Sie den Zeichensatz in der Verbindung, oder lassen Sie ihn von Tieout ermitteln.</translation>
    </message>
    <message>
        <source>There is no row in it.</source>
        <translation>Es ist keine Zeile darin.</translation>
    </message>
    <message>
        <source>Check whether it was saved whole.</source>
        <translation>Prüfen Sie, ob die Datei vollständig gespeichert wurde.</translation>
    </message>
    <message>
        <source>The rows of “%1” changed their places</source>
        <translation>Die Zeilen von „%1“ haben ihre Plätze gewechselt</translation>
    </message>
    <message>
        <source>Rows are known by their place in the file, and it was rewritten since it was read. Tieout cannot tell which row is which, and a guess could change the wrong record.</source>
        <translation>Zeilen werden an ihrem Platz in der Datei erkannt, und die Datei wurde neu geschrieben, seit sie gelesen wurde. Tieout kann nicht sagen, welche Zeile welche ist, und Raten könnte den falschen Datensatz ändern.</translation>
    </message>
    <message>
        <source>Choose the columns that name a row in the connection, for example the invoice number.</source>
        <translation>Wählen Sie in der Verbindung die Spalten, die eine Zeile kennzeichnen, zum Beispiel die Rechnungsnummer.</translation>
    </message>
    <message>
        <source>“%1” is an old Excel file</source>
        <translation>„%1“ ist eine alte Excel-Datei</translation>
    </message>
    <message>
        <source>The old format (.xls) is not read.</source>
        <translation>Das alte Format (.xls) wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Open it in Excel and save it as XLSX or CSV.</source>
        <translation>Öffnen Sie die Datei in Excel und speichern Sie sie als XLSX oder CSV.</translation>
    </message>
    <message>
        <source>“%1” is a binary Excel file</source>
        <translation>„%1“ ist eine binäre Excel-Datei</translation>
    </message>
    <message>
        <source>The binary format (.xlsb) is not read.</source>
        <translation>Das binäre Format (.xlsb) wird nicht gelesen.</translation>
    </message>
    <message>
        <source>“%1” is locked with a password</source>
        <translation>„%1“ ist mit einem Passwort geschützt</translation>
    </message>
    <message>
        <source>Tieout does not ask for passwords of files.</source>
        <translation>Tieout fragt nicht nach Passwörtern von Dateien.</translation>
    </message>
    <message>
        <source>Save it without a password, then press Retry.</source>
        <translation>Speichern Sie die Datei ohne Passwort und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” is damaged</source>
        <translation>„%1“ ist beschädigt</translation>
    </message>
    <message>
        <source>It is no complete spreadsheet.</source>
        <translation>Die Datei ist keine vollständige Tabelle.</translation>
    </message>
    <message>
        <source>Open it in Excel and save it again, then press Retry.</source>
        <translation>Öffnen Sie die Datei in Excel, speichern Sie sie neu und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” unfolds to an absurd size</source>
        <translation>„%1“ würde beim Entpacken unsinnig groß</translation>
    </message>
    <message>
        <source>A file like this is either broken or made to do harm. It was not opened.</source>
        <translation>Eine solche Datei ist entweder defekt oder soll Schaden anrichten. Sie wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Ask who sent it. A copy saved by Excel is of a normal size.</source>
        <translation>Fragen Sie, wer sie gesendet hat. Eine von Excel gespeicherte Kopie hat eine normale Größe.</translation>
    </message>
    <message>
        <source>“%1” is made to do harm</source>
        <translation>„%1“ soll Schaden anrichten</translation>
    </message>
    <message>
        <source>Its parts name places outside of the file. It was not opened.</source>
        <translation>Ihre Teile verweisen auf Orte außerhalb der Datei. Sie wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Ask who sent it. A copy saved by Excel has no such parts.</source>
        <translation>Fragen Sie, wer sie gesendet hat. Eine von Excel gespeicherte Kopie hat keine solchen Teile.</translation>
    </message>
    <message>
        <source>“%1” has no sheet “%2”</source>
        <translation>„%1“ hat kein Tabellenblatt „%2“</translation>
    </message>
    <message>
        <source>It was renamed or removed.</source>
        <translation>Es wurde umbenannt oder entfernt.</translation>
    </message>
    <message>
        <source>Choose the sheet in the connection.</source>
        <translation>Wählen Sie das Tabellenblatt in der Verbindung.</translation>
    </message>
    <message>
        <source>The file “%1” is not there</source>
        <translation>Die Datei „%1“ ist nicht vorhanden</translation>
    </message>
    <message>
        <source>It was moved, renamed, or its disk is not connected.</source>
        <translation>Verschoben oder umbenannt, oder der Datenträger ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>Put it back, or choose another file in the connection.</source>
        <translation>Legen Sie die Datei zurück, oder wählen Sie in der Verbindung eine andere.</translation>
    </message>
    <message>
        <source>The folder “%1” is not there</source>
        <translation>Der Ordner „%1“ ist nicht vorhanden</translation>
    </message>
    <message>
        <source>Put it back, or choose another folder in the connection.</source>
        <translation>Legen Sie den Ordner zurück, oder wählen Sie in der Verbindung einen anderen.</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Noch keine Datei</translation>
    </message>
    <message>
        <source>The folder “%1” holds no table so far.</source>
        <translation>Der Ordner „%1“ enthält bisher keine Tabelle.</translation>
    </message>
    <message>
        <source>Put a first file there, so that its columns can be seen.</source>
        <translation>Legen Sie eine erste Datei dort ab, damit ihre Spalten zu sehen sind.</translation>
    </message>
    <message>
        <source>“%1” cannot be read</source>
        <translation>„%1“ kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The system says: %2</source>
        <translation>Das System meldet: %2</translation>
    </message>
    <message>
        <source>Check that you may open it and that no other program keeps it locked, then press Retry.</source>
        <translation>Prüfen Sie, ob Sie die Datei öffnen dürfen und ob kein anderes Programm sie sperrt, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” is still being written</source>
        <translation>„%1“ wird noch geschrieben</translation>
    </message>
    <message>
        <source>Another program goes on changing it.</source>
        <translation>Ein anderes Programm ändert die Datei noch.</translation>
    </message>
    <message>
        <source>Nothing to do: it is read when it stands still.</source>
        <translation>Nichts zu tun: Sie wird gelesen, sobald sie sich nicht mehr ändert.</translation>
    </message>
    <message>
        <source>“%1” changed while it was read</source>
        <translation>„%1“ wurde während des Lesens geändert</translation>
    </message>
    <message>
        <source>Its rows were read as they were before.</source>
        <translation>Ihre Zeilen wurden so gelesen, wie sie vorher waren.</translation>
    </message>
    <message>
        <source>Nothing to do: the next run reads it again.</source>
        <translation>Nichts zu tun: Der nächste Lauf liest sie noch einmal.</translation>
    </message>
    <message>
        <source>“%1” could not be written</source>
        <translation>„%1“ konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The system says: %2. The old file is as it was.</source>
        <translation>Das System meldet: %2. Die alte Datei ist unverändert.</translation>
    </message>
    <message>
        <source>Close it in other programs, check the folder, then press Retry.</source>
        <translation>Schließen Sie die Datei in anderen Programmen, prüfen Sie den Ordner und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>You may not write in the folder “%2”, or it is not there.</source>
        <translation>Sie dürfen im Ordner „%2“ nicht schreiben, oder er ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>Choose another folder, or ask for the right to write there, then press Retry.</source>
        <translation>Geben Sie einen anderen Ordner an, oder bitten Sie um das Recht, dort zu schreiben, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>“%1” could not be written. The old file is as it was.</source>
        <translation>„%1“ konnte nicht geschrieben werden. Die alte Datei ist unverändert.</translation>
    </message>
    <message>
        <source>Free some space, then press Retry.</source>
        <translation>Schaffen Sie Speicherplatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The setting “%1” is not understood</source>
        <translation>Die Einstellung „%1“ wird nicht verstanden</translation>
    </message>
    <message>
        <source>It says “%2”.</source>
        <translation>Dort steht „%2“.</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>UTF-16 LE</source>
        <translation>UTF-16 LE</translation>
    </message>
    <message>
        <source>UTF-16 BE</source>
        <translation>UTF-16 BE</translation>
    </message>
    <message>
        <source>Windows (Western)</source>
        <translation>Windows (westlich)</translation>
    </message>
    <message>
        <source>Latin-1</source>
        <translation>Latin-1</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>Tag zuerst</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>Monat zuerst</translation>
    </message>
    <message>
        <source>Year first</source>
        <translation>Jahr zuerst</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Überschriften</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Dezimalstellen</translation>
    </message>
    <message>
        <source>after a comma</source>
        <translation>nach einem Komma</translation>
    </message>
    <message>
        <source>after a point</source>
        <translation>nach einem Punkt</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datumsangaben</translation>
    </message>
    <message>
        <source>as you said</source>
        <translation>nach Ihrer Angabe</translation>
    </message>
    <message>
        <source>found</source>
        <translation>erkannt</translation>
    </message>
    <message>
        <source>probably</source>
        <translation>vermutlich</translation>
    </message>
    <message>
        <source>please say</source>
        <translation>bitte angeben</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>ended earlier</source>
        <translation>vorher beendet</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>Correct the formula on the Map step.</source>
        <translation>Berichtigen Sie die Formel im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>Correct the record, or the formula on the Map step.</source>
        <translation>Berichtigen Sie den Datensatz oder die Formel im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>A function has the wrong number of values</source>
        <translation>Eine Funktion hat die falsche Anzahl von Werten</translation>
    </message>
    <message>
        <source>%1 is given %2 values; it is written %3</source>
        <translation>Angegebene Werte für %1: %2; richtig geschrieben: %3</translation>
    </message>
    <message>
        <source>A formula has a sign that does not belong there</source>
        <translation>Eine Formel enthält ein Zeichen, das nicht dort hingehört</translation>
    </message>
    <message>
        <source>“%1” does not belong here</source>
        <translation>„%1“ gehört nicht hierher</translation>
    </message>
    <message>
        <source>A formula names a field in a way that cannot be read</source>
        <translation>Eine Formel nennt ein Feld auf eine Weise, die nicht lesbar ist</translation>
    </message>
    <message>
        <source>A field is written [Name] or [Parent.Name].</source>
        <translation>Ein Feld wird [Name] oder [Parent.Name] geschrieben.</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a field</source>
        <translation>„%1“ ist nicht als Feld lesbar</translation>
    </message>
    <message>
        <source>A formula has a number that cannot be read</source>
        <translation>Eine Formel enthält eine Zahl, die nicht lesbar ist</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a number</source>
        <translation>„%1“ ist nicht als Zahl lesbar</translation>
    </message>
    <message>
        <source>A formula is empty</source>
        <translation>Eine Formel ist leer</translation>
    </message>
    <message>
        <source>Fill it in on the Map step.</source>
        <translation>Füllen Sie sie im Schritt „Zuordnen“ aus.</translation>
    </message>
    <message>
        <source>A formula asks to hold this record: %1</source>
        <translation>Eine Formel verlangt, diesen Datensatz zurückzuhalten: %1</translation>
    </message>
    <message>
        <source>The formula has a test of its own, and this record fails it.</source>
        <translation>Die Formel enthält eine eigene Prüfung, und dieser Datensatz besteht sie nicht.</translation>
    </message>
    <message>
        <source>Correct the record, then press Retry.</source>
        <translation>Berichtigen Sie den Datensatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A formula is not finished</source>
        <extracomment>%1 is what stands there, %2 what should</extracomment>
        <translation>Eine Formel ist nicht vollständig</translation>
    </message>
    <message>
        <source>%1 stands where %2 belongs</source>
        <translation>%1 steht dort, wo %2 hingehört</translation>
    </message>
    <message>
        <source>A formula may give nothing</source>
        <translation>Eine Formel kann nichts ergeben</translation>
    </message>
    <message>
        <source>The field may be empty.</source>
        <translation>Das Feld kann leer sein.</translation>
    </message>
    <message>
        <source>Give it a value for that case on the Map step.</source>
        <translation>Geben Sie ihm für diesen Fall im Schritt „Zuordnen“ einen Wert.</translation>
    </message>
    <message>
        <source>“%1” may be empty, and the formula then gives an error</source>
        <translation>„%1“ kann leer sein, und die Formel ergibt dann einen Fehler</translation>
    </message>
    <message>
        <source>A formula looks at an outer record that is not there</source>
        <translation>Eine Formel greift auf einen äußeren Datensatz zu, den es nicht gibt</translation>
    </message>
    <message>
        <source>A formula is nested too deep</source>
        <translation>Eine Formel ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>Split it on the Map step.</source>
        <translation>Teilen Sie sie im Schritt „Zuordnen“ auf.</translation>
    </message>
    <message>
        <source>The formula has more than %1 parentheses inside each other</source>
        <translation>Die Formel hat mehr als %1 ineinander verschachtelte Klammern</translation>
    </message>
    <message>
        <source>A formula is too long</source>
        <translation>Eine Formel ist zu lang</translation>
    </message>
    <message>
        <source>Shorten it on the Map step.</source>
        <translation>Kürzen Sie sie im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>The formula has more than %1 characters</source>
        <translation>Die Formel hat mehr als %1 Zeichen</translation>
    </message>
    <message>
        <source>A function has too many values</source>
        <translation>Eine Funktion hat zu viele Werte</translation>
    </message>
    <message>
        <source>A function takes at most %1 values</source>
        <translation>Eine Funktion nimmt höchstens %1 Werte an</translation>
    </message>
    <message>
        <source>A formula opens [ and does not close it</source>
        <translation>Eine Formel öffnet [ und schließt es nicht</translation>
    </message>
    <message>
        <source>A formula opens a quotation mark and does not close it</source>
        <translation>Eine Formel öffnet ein Anführungszeichen und schließt es nicht</translation>
    </message>
    <message>
        <source>The source has no field “%1”</source>
        <translation>Die Quelle hat kein Feld „%1“</translation>
    </message>
    <message>
        <source>It was renamed or removed, or it is not visible to the person who signed in.</source>
        <translation>Es wurde umbenannt oder entfernt, oder es ist für die angemeldete Person nicht sichtbar.</translation>
    </message>
    <message>
        <source>Choose another field on the Map step.</source>
        <translation>Wählen Sie im Schritt „Zuordnen“ ein anderes Feld.</translation>
    </message>
    <message>
        <source>There is no function “%1”</source>
        <translation>Es gibt keine Funktion „%1“</translation>
    </message>
    <message>
        <source>A formula uses the unknown name “%1”</source>
        <translation>Eine Formel verwendet den unbekannten Namen „%1“</translation>
    </message>
    <message>
        <source>A field is written in brackets, a text in quotation marks.</source>
        <translation>Ein Feld wird in eckige Klammern geschrieben, ein Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A formula gives the wrong kind of value</source>
        <translation>Eine Formel ergibt die falsche Art von Wert</translation>
    </message>
    <message>
        <source>A %1 belongs here, and this is a %2</source>
        <extracomment>%1 and %2 are kinds of values: number, text, date</extracomment>
        <translation>Hierher gehört: %1; vorhanden ist: %2</translation>
    </message>
    <message>
        <source>An ABN is not valid</source>
        <translation>Eine ABN ist nicht gültig</translation>
    </message>
    <message>
        <source>Its check digits do not fit.</source>
        <translation>Ihre Prüfziffern stimmen nicht.</translation>
    </message>
    <message>
        <source>Correct the number in the source record, then press Retry.</source>
        <translation>Berichtigen Sie die Nummer im Quelldatensatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>“%1” is not a valid ABN</source>
        <translation>„%1“ ist keine gültige ABN</translation>
    </message>
    <message>
        <source>A formula uses an unknown number or date format</source>
        <translation>Eine Formel verwendet ein unbekanntes Zahlen- oder Datumsformat</translation>
    </message>
    <message>
        <source>“%1” is not a format for numbers or dates</source>
        <translation>„%1“ ist kein Format für Zahlen oder Datumsangaben</translation>
    </message>
    <message>
        <source>A formula has a search pattern that cannot be read</source>
        <translation>Eine Formel enthält ein Suchmuster, das nicht lesbar ist</translation>
    </message>
    <message>
        <source>“%1” is not a search pattern</source>
        <translation>„%1“ ist kein Suchmuster</translation>
    </message>
    <message>
        <source>A telephone number cannot be read</source>
        <translation>Eine Telefonnummer ist nicht lesbar</translation>
    </message>
    <message>
        <source>It has other signs than digits, or too many or too few of them for its country.</source>
        <translation>Sie enthält andere Zeichen als Ziffern, oder zu viele oder zu wenige Ziffern für ihr Land.</translation>
    </message>
    <message>
        <source>“%1” is not a telephone number</source>
        <translation>„%1“ ist keine Telefonnummer</translation>
    </message>
    <message>
        <source>A formula uses an unknown unit of time</source>
        <translation>Eine Formel verwendet eine unbekannte Zeiteinheit</translation>
    </message>
    <message>
        <source>The units are Y, M, D, MD, YM and YD.</source>
        <translation>Die Einheiten sind Y, M, D, MD, YM und YD.</translation>
    </message>
    <message>
        <source>“%1” is not a unit of time</source>
        <translation>„%1“ ist keine Zeiteinheit</translation>
    </message>
    <message>
        <source>A date is empty that a formula needs</source>
        <translation>Ein Datum, das eine Formel braucht, ist leer</translation>
    </message>
    <message>
        <source>The formula cannot count from an empty date.</source>
        <translation>Von einem leeren Datum aus kann die Formel nicht rechnen.</translation>
    </message>
    <message>
        <source>Fill the date in the source record, then press Retry.</source>
        <translation>Ergänzen Sie das Datum im Quelldatensatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A date is out of range</source>
        <translation>Ein Datum liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>The formula gives a day outside the calendar that systems accept.</source>
        <translation>Die Formel ergibt einen Tag außerhalb des Kalenders, den Systeme annehmen.</translation>
    </message>
    <message>
        <source>A formula has a date where a number belongs</source>
        <translation>Eine Formel hat ein Datum, wo eine Zahl hingehört</translation>
    </message>
    <message>
        <source>%1 is a date; a number belongs here</source>
        <translation>%1 ist ein Datum; hierher gehört eine Zahl</translation>
    </message>
    <message>
        <source>A first day is after the last day</source>
        <translation>Ein erster Tag liegt nach dem letzten</translation>
    </message>
    <message>
        <source>The formula counts between two dates in the wrong order.</source>
        <translation>Die Formel zählt zwischen zwei Datumsangaben in der falschen Reihenfolge.</translation>
    </message>
    <message>
        <source>Correct the dates in the source record, then press Retry.</source>
        <translation>Berichtigen Sie die Datumsangaben im Quelldatensatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>%1 is after %2</source>
        <translation>%1 liegt nach %2</translation>
    </message>
    <message>
        <source>A formula divides by zero</source>
        <translation>Eine Formel teilt durch null</translation>
    </message>
    <message>
        <source>A figure that it divides by is zero in this record.</source>
        <translation>Eine Zahl, durch die sie teilt, ist in diesem Datensatz null.</translation>
    </message>
    <message>
        <source>Correct the record, or use IF on the Map step.</source>
        <translation>Berichtigen Sie den Datensatz, oder verwenden Sie IF im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>A text is empty that a formula needs</source>
        <translation>Ein Text, den eine Formel braucht, ist leer</translation>
    </message>
    <message>
        <source>Fill the field in the source record, then press Retry.</source>
        <translation>Füllen Sie das Feld im Quelldatensatz aus und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A formula gives an error on purpose</source>
        <translation>Eine Formel ergibt absichtlich einen Fehler</translation>
    </message>
    <message>
        <source>Look at the formula on the Map step.</source>
        <translation>Sehen Sie sich die Formel im Schritt „Zuordnen“ an.</translation>
    </message>
    <message>
        <source>A list is too long for a formula</source>
        <translation>Eine Liste ist zu lang für eine Formel</translation>
    </message>
    <message>
        <source>Split the record, or change the formula on the Map step.</source>
        <translation>Teilen Sie den Datensatz auf, oder ändern Sie die Formel im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>A list has more than %1 items</source>
        <translation>Eine Liste hat mehr als %1 Einträge</translation>
    </message>
    <message>
        <source>A formula joins lists of different length</source>
        <translation>Eine Formel verbindet Listen unterschiedlicher Länge</translation>
    </message>
    <message>
        <source>A list of %1 items is put beside a list of %2</source>
        <translation>Eine Liste mit %1 Einträgen steht neben einer Liste mit %2</translation>
    </message>
    <message>
        <source>No case of a formula fits this record</source>
        <translation>Kein Fall einer Formel passt zu diesem Datensatz</translation>
    </message>
    <message>
        <source>The formula lists cases, and none of them is this one.</source>
        <translation>Die Formel nennt Fälle, und keiner davon ist dieser.</translation>
    </message>
    <message>
        <source>Add the case on the Map step, or correct the record.</source>
        <translation>Fügen Sie den Fall im Schritt „Zuordnen“ hinzu, oder berichtigen Sie den Datensatz.</translation>
    </message>
    <message>
        <source>A formula compares values that have no order</source>
        <translation>Eine Formel vergleicht Werte, die keine Rangfolge haben</translation>
    </message>
    <message>
        <source>For example a date with a number.</source>
        <translation>Zum Beispiel ein Datum mit einer Zahl.</translation>
    </message>
    <message>
        <source>A text does not have the part that a formula wants</source>
        <translation>Ein Text hat nicht den Teil, den eine Formel verlangt</translation>
    </message>
    <message>
        <source>“%1” is a single value and has no parts</source>
        <translation>„%1“ ist ein einzelner Wert und hat keine Teile</translation>
    </message>
    <message>
        <source>A formula needs yes or no, and gets something else</source>
        <translation>Eine Formel braucht Ja oder Nein und erhält etwas anderes</translation>
    </message>
    <message>
        <source>“%1” is neither TRUE nor FALSE</source>
        <translation>„%1“ ist weder TRUE noch FALSE</translation>
    </message>
    <message>
        <source>A text is not a date</source>
        <translation>Ein Text ist kein Datum</translation>
    </message>
    <message>
        <source>A formula needs a date here, written 2026-11-21, that is in the calendar.</source>
        <translation>Eine Formel braucht hier ein Datum, geschrieben 2026-11-21, das es im Kalender gibt.</translation>
    </message>
    <message>
        <source>“%1” is not a date</source>
        <translation>„%1“ ist kein Datum</translation>
    </message>
    <message>
        <source>A text is not a number</source>
        <translation>Ein Text ist keine Zahl</translation>
    </message>
    <message>
        <source>A formula needs a number here.</source>
        <translation>Eine Formel braucht hier eine Zahl.</translation>
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>A value is not available</source>
        <translation>Ein Wert ist nicht verfügbar</translation>
    </message>
    <message>
        <source>A formula looked for something that this record does not have.</source>
        <translation>Eine Formel hat etwas gesucht, das dieser Datensatz nicht hat.</translation>
    </message>
    <message>
        <source>A formula tests nothing</source>
        <translation>Eine Formel prüft nichts</translation>
    </message>
    <message>
        <source>A number in a formula is out of range</source>
        <translation>Eine Zahl in einer Formel liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>%1 is out of range here</source>
        <translation>%1 liegt hier außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>Name one of its fields on the Map step.</source>
        <translation>Nennen Sie im Schritt „Zuordnen“ eines seiner Felder.</translation>
    </message>
    <message>
        <source>A formula rounds to a step of the other sign</source>
        <translation>Eine Formel rundet auf eine Schrittweite mit anderem Vorzeichen</translation>
    </message>
    <message>
        <source>A text does not occur where it should</source>
        <translation>Ein Text kommt nicht vor, wo er vorkommen sollte</translation>
    </message>
    <message>
        <source>A formula looks for it in this record.</source>
        <translation>Eine Formel sucht ihn in diesem Datensatz.</translation>
    </message>
    <message>
        <source>“%1” does not occur there</source>
        <translation>„%1“ kommt dort nicht vor</translation>
    </message>
    <message>
        <source>A formula makes a text that is too long</source>
        <translation>Eine Formel ergibt einen zu langen Text</translation>
    </message>
    <message>
        <source>A number in a formula is too large</source>
        <translation>Eine Zahl in einer Formel ist zu groß</translation>
    </message>
    <message>
        <source>More than 38 digits cannot be computed exactly.</source>
        <translation>Mehr als 38 Stellen lassen sich nicht genau berechnen.</translation>
    </message>
    <message>
        <source>A formula has too much to do for one record</source>
        <translation>Eine Formel hat für einen Datensatz zu viel zu tun</translation>
    </message>
    <message>
        <source>It was stopped so that the other records are not held up.</source>
        <translation>Sie wurde angehalten, damit die anderen Datensätze nicht aufgehalten werden.</translation>
    </message>
    <message>
        <source>Simplify it on the Map step.</source>
        <translation>Vereinfachen Sie sie im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>A telephone number has no country</source>
        <translation>Eine Telefonnummer hat kein Land</translation>
    </message>
    <message>
        <source>It is written as at home, and its country is empty or not known.</source>
        <translation>Sie ist wie im Inland geschrieben, und ihr Land ist leer oder nicht bekannt.</translation>
    </message>
    <message>
        <source>Name the country in PHONE on the Map step, or write the number with + and the country&apos;s code.</source>
        <translation>Nennen Sie das Land in PHONE im Schritt „Zuordnen“, oder schreiben Sie die Nummer mit + und der Ländervorwahl.</translation>
    </message>
    <message>
        <source>“%2” is a telephone number without a country</source>
        <translation>„%2“ ist eine Telefonnummer ohne Land</translation>
    </message>
    <message>
        <source>A line is not JSON</source>
        <translation>Eine Zeile ist kein JSON</translation>
    </message>
    <message>
        <source>It cannot be read at byte %1.</source>
        <translation>Sie ist bei Byte %1 nicht lesbar.</translation>
    </message>
    <message>
        <source>Write one object a line: {&quot;formula&quot;:&quot;=…&quot;,&quot;record&quot;:{…}}</source>
        <translation>Schreiben Sie je Zeile ein Objekt: {&quot;formula&quot;:&quot;=…&quot;,&quot;record&quot;:{…}}</translation>
    </message>
    <message>
        <source>A line is too long</source>
        <translation>Eine Zeile ist zu lang</translation>
    </message>
    <message>
        <source>It was passed over.</source>
        <translation>Sie wurde übergangen.</translation>
    </message>
    <message>
        <source>Split the record.</source>
        <translation>Teilen Sie den Datensatz auf.</translation>
    </message>
    <message>
        <source>A line has no formula</source>
        <translation>Eine Zeile hat keine Formel</translation>
    </message>
    <message>
        <source>A text is not a currency</source>
        <translation>Ein Text ist keine Währung</translation>
    </message>
    <message>
        <source>A currency has three letters, such as EUR.</source>
        <translation>Eine Währung hat drei Buchstaben, zum Beispiel EUR.</translation>
    </message>
    <message>
        <source>“%1” is not a currency</source>
        <translation>„%1“ ist keine Währung</translation>
    </message>
    <message>
        <source>An exchange rate is missing: %1 to %2</source>
        <translation>Ein Wechselkurs fehlt: %1 in %2</translation>
    </message>
    <message>
        <source>The lookup table “Exchange rates” has none for %3 or the week before.</source>
        <translation>Die Nachschlagetabelle „Exchange rates“ hat keinen für %3 oder die Woche davor.</translation>
    </message>
    <message>
        <source>Add the row “%1/%2 %3” on the Lookups screen; records that wait for it are planned again.</source>
        <translation>Fügen Sie unter „Tabellen“ die Zeile „%1/%2 %3“ hinzu; Datensätze, die darauf warten, werden neu geplant.</translation>
    </message>
    <message>
        <source>There is no rate from %1 to %2 on %3</source>
        <translation>Es gibt keinen Kurs von %1 in %2 zum %3</translation>
    </message>
    <message>
        <source>An Australian Business Number as eleven digits; an error when its check digits do not fit.</source>
        <translation>Eine ABN (Australian Business Number) mit elf Ziffern; ein Fehler, wenn ihre Prüfziffern nicht stimmen.</translation>
    </message>
    <message>
        <source>The number without its sign.</source>
        <translation>Die Zahl ohne ihr Vorzeichen.</translation>
    </message>
    <message>
        <source>TRUE when all tests are.</source>
        <translation>TRUE, wenn alle Bedingungen TRUE sind.</translation>
    </message>
    <message>
        <source>The sum of the numbers divided by their count.</source>
        <translation>Die Summe der Zahlen, geteilt durch ihre Anzahl.</translation>
    </message>
    <message>
        <source>The average of those whose item passes a test.</source>
        <translation>Der Durchschnitt der Zahlen, deren Eintrag eine Bedingung erfüllt.</translation>
    </message>
    <message>
        <source>The average of those whose items pass all tests.</source>
        <translation>Der Durchschnitt der Zahlen, deren Einträge alle Bedingungen erfüllen.</translation>
    </message>
    <message>
        <source>The next multiple of a step upwards.</source>
        <translation>Das nächste Vielfache einer Schrittweite nach oben.</translation>
    </message>
    <message>
        <source>The next multiple of a step upwards; negatives towards zero unless a mode is given.</source>
        <translation>Das nächste Vielfache einer Schrittweite nach oben; negative Zahlen in Richtung null, sofern kein Modus angegeben ist.</translation>
    </message>
    <message>
        <source>The character with this number.</source>
        <translation>Das Zeichen mit dieser Nummer.</translation>
    </message>
    <message>
        <source>The value at this place of a choice.</source>
        <translation>Der Wert an dieser Stelle einer Auswahl.</translation>
    </message>
    <message>
        <source>The text without line breaks and other control characters.</source>
        <translation>Der Text ohne Zeilenumbrüche und andere Steuerzeichen.</translation>
    </message>
    <message>
        <source>The number of a text&apos;s first character.</source>
        <translation>Die Nummer des ersten Zeichens eines Textes.</translation>
    </message>
    <message>
        <source>Texts and lists joined to one text.</source>
        <translation>Texte und Listen, zu einem Text verbunden.</translation>
    </message>
    <message>
        <source>An amount in another currency, at the rate of a day from the lookup table “Exchange rates”. It is not rounded.</source>
        <translation>Ein Betrag in einer anderen Währung, zum Tageskurs aus der Nachschlagetabelle „Exchange rates“. Er wird nicht gerundet.</translation>
    </message>
    <message>
        <source>How many numbers and dates there are.</source>
        <translation>Wie viele Zahlen und Datumsangaben es sind.</translation>
    </message>
    <message>
        <source>How many values are not empty.</source>
        <translation>Wie viele Werte nicht leer sind.</translation>
    </message>
    <message>
        <source>How many items are empty.</source>
        <translation>Wie viele Einträge leer sind.</translation>
    </message>
    <message>
        <source>How many items pass a test, such as &quot;&gt;100&quot; or &quot;Wid*&quot;.</source>
        <translation>Wie viele Einträge eine Bedingung erfüllen, zum Beispiel &quot;&gt;100&quot; oder &quot;Wid*&quot;.</translation>
    </message>
    <message>
        <source>How many rows pass all tests.</source>
        <translation>Wie viele Zeilen alle Bedingungen erfüllen.</translation>
    </message>
    <message>
        <source>The day with this year, month and day; what is beyond a month&apos;s end goes into the next.</source>
        <translation>Der Tag mit diesem Jahr, Monat und Tag; was über das Monatsende hinausgeht, fällt in den nächsten.</translation>
    </message>
    <message>
        <source>Whole years, months or days between two dates: &quot;Y&quot;, &quot;M&quot;, &quot;D&quot;, &quot;YM&quot;, &quot;MD&quot;, &quot;YD&quot;.</source>
        <translation>Ganze Jahre, Monate oder Tage zwischen zwei Datumsangaben: &quot;Y&quot;, &quot;M&quot;, &quot;D&quot;, &quot;YM&quot;, &quot;MD&quot;, &quot;YD&quot;.</translation>
    </message>
    <message>
        <source>The date that a text such as 2026-11-21 means.</source>
        <translation>Das Datum, das ein Text wie 2026-11-21 bedeutet.</translation>
    </message>
    <message>
        <source>The day of the month.</source>
        <translation>Der Tag des Monats.</translation>
    </message>
    <message>
        <source>The number of days from the second date to the first.</source>
        <translation>Die Anzahl der Tage vom zweiten Datum bis zum ersten.</translation>
    </message>
    <message>
        <source>Days between two dates, with months of 30 days.</source>
        <translation>Tage zwischen zwei Datumsangaben, mit Monaten zu 30 Tagen.</translation>
    </message>
    <message>
        <source>The part of an e-mail or web address that names the company.</source>
        <translation>Der Teil einer E-Mail- oder Webadresse, der das Unternehmen nennt.</translation>
    </message>
    <message>
        <source>The list without its first items, or without its last ones when the count is negative.</source>
        <translation>Die Liste ohne ihre ersten Einträge oder, bei negativer Anzahl, ohne ihre letzten.</translation>
    </message>
    <message>
        <source>The same day so many months later.</source>
        <translation>Derselbe Tag, so viele Monate später.</translation>
    </message>
    <message>
        <source>The last day of the month, so many months later.</source>
        <translation>Der letzte Tag des Monats, so viele Monate später.</translation>
    </message>
    <message>
        <source>The number of an error: 2 #DIV/0!, 3 #VALUE!, 4 #REF!, 5 #NAME?, 6 #NUM!, 7 #N/A.</source>
        <translation>Die Nummer eines Fehlers: 2 #DIV/0!, 3 #VALUE!, 4 #REF!, 5 #NAME?, 6 #NUM!, 7 #N/A.</translation>
    </message>
    <message>
        <source>The next even number away from zero.</source>
        <translation>Die nächste gerade Zahl, von null weg.</translation>
    </message>
    <message>
        <source>TRUE when two texts are the same, capitals included.</source>
        <translation>TRUE, wenn zwei Texte gleich sind, auch in der Großschreibung.</translation>
    </message>
    <message>
        <source>The items of a list whose tests are TRUE.</source>
        <translation>Die Einträge einer Liste, deren Bedingungen TRUE sind.</translation>
    </message>
    <message>
        <source>The place of one text in another, from 1; capitals count.</source>
        <translation>Die Stelle eines Textes in einem anderen, ab 1; Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>The first item of a list.</source>
        <translation>Der erste Eintrag einer Liste.</translation>
    </message>
    <message>
        <source>A number as text with so many places and thousands set apart.</source>
        <translation>Eine Zahl als Text mit so vielen Nachkommastellen und abgesetzten Tausendern.</translation>
    </message>
    <message>
        <source>The next multiple of a step downwards.</source>
        <translation>Das nächste Vielfache einer Schrittweite nach unten.</translation>
    </message>
    <message>
        <source>The next multiple of a step downwards; negatives away from zero unless a mode is given.</source>
        <translation>Das nächste Vielfache einer Schrittweite nach unten; negative Zahlen von null weg, sofern kein Modus angegeben ist.</translation>
    </message>
    <message>
        <source>The hour of a moment.</source>
        <translation>Die Stunde eines Zeitpunkts.</translation>
    </message>
    <message>
        <source>One value when a test is TRUE, another when it is not.</source>
        <translation>Ein Wert, wenn eine Bedingung TRUE ist, ein anderer, wenn nicht.</translation>
    </message>
    <message>
        <source>A value, or another one when it is an error.</source>
        <translation>Ein Wert, oder ein anderer, wenn er ein Fehler ist.</translation>
    </message>
    <message>
        <source>A value, or another one when it is not available.</source>
        <translation>Ein Wert, oder ein anderer, wenn er nicht verfügbar ist.</translation>
    </message>
    <message>
        <source>The value behind the first test that is TRUE.</source>
        <translation>Der Wert hinter der ersten Bedingung, die TRUE ist.</translation>
    </message>
    <message>
        <source>The item of a list at this place.</source>
        <translation>Der Eintrag einer Liste an dieser Stelle.</translation>
    </message>
    <message>
        <source>The whole number below.</source>
        <translation>Die nächstkleinere ganze Zahl.</translation>
    </message>
    <message>
        <source>TRUE when the field is empty.</source>
        <translation>TRUE, wenn das Feld leer ist.</translation>
    </message>
    <message>
        <source>TRUE for a date or a moment.</source>
        <translation>TRUE bei einem Datum oder einem Zeitpunkt.</translation>
    </message>
    <message>
        <source>TRUE for an error other than #N/A.</source>
        <translation>TRUE bei einem anderen Fehler als #N/A.</translation>
    </message>
    <message>
        <source>TRUE for an error.</source>
        <translation>TRUE bei einem Fehler.</translation>
    </message>
    <message>
        <source>TRUE for an even number.</source>
        <translation>TRUE bei einer geraden Zahl.</translation>
    </message>
    <message>
        <source>TRUE for TRUE and FALSE.</source>
        <translation>TRUE bei TRUE und FALSE.</translation>
    </message>
    <message>
        <source>TRUE for #N/A.</source>
        <translation>TRUE bei #N/A.</translation>
    </message>
    <message>
        <source>TRUE for anything but text.</source>
        <translation>TRUE bei allem außer Text.</translation>
    </message>
    <message>
        <source>TRUE for a number.</source>
        <translation>TRUE bei einer Zahl.</translation>
    </message>
    <message>
        <source>TRUE for an odd number.</source>
        <translation>TRUE bei einer ungeraden Zahl.</translation>
    </message>
    <message>
        <source>The week of the year as ISO 8601 counts it.</source>
        <translation>Die Kalenderwoche, wie ISO 8601 sie zählt.</translation>
    </message>
    <message>
        <source>TRUE for text.</source>
        <translation>TRUE bei Text.</translation>
    </message>
    <message>
        <source>The texts of a list joined, empty ones left out.</source>
        <translation>Die Texte einer Liste verbunden, leere ausgelassen.</translation>
    </message>
    <message>
        <source>The largest item of a list, the second largest, and so on.</source>
        <translation>Der größte Eintrag einer Liste, der zweitgrößte und so weiter.</translation>
    </message>
    <message>
        <source>The last item of a list.</source>
        <translation>Der letzte Eintrag einer Liste.</translation>
    </message>
    <message>
        <source>The first characters of a text.</source>
        <translation>Die ersten Zeichen eines Textes.</translation>
    </message>
    <message>
        <source>How many characters a text has.</source>
        <translation>Wie viele Zeichen ein Text hat.</translation>
    </message>
    <message>
        <source>The record that another sync has made for this key.</source>
        <translation>Der Datensatz, den ein anderer Abgleich für diesen Schlüssel angelegt hat.</translation>
    </message>
    <message>
        <source>A list of the values, empty ones left out.</source>
        <translation>Eine Liste der Werte, leere ausgelassen.</translation>
    </message>
    <message>
        <source>What a lookup table has for a key.</source>
        <translation>Was eine Nachschlagetabelle zu einem Schlüssel enthält.</translation>
    </message>
    <message>
        <source>The text in small letters.</source>
        <translation>Der Text in Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>The place of an equal item in a list.</source>
        <translation>Die Stelle eines gleichen Eintrags in einer Liste.</translation>
    </message>
    <message>
        <source>The largest number or the latest date.</source>
        <translation>Die größte Zahl oder das späteste Datum.</translation>
    </message>
    <message>
        <source>The largest of those whose items pass all tests.</source>
        <translation>Die größte der Zahlen, deren Einträge alle Bedingungen erfüllen.</translation>
    </message>
    <message>
        <source>The number in the middle.</source>
        <translation>Die Zahl in der Mitte.</translation>
    </message>
    <message>
        <source>Characters from the middle of a text.</source>
        <translation>Zeichen aus der Mitte eines Textes.</translation>
    </message>
    <message>
        <source>The smallest number or the earliest date.</source>
        <translation>Die kleinste Zahl oder das früheste Datum.</translation>
    </message>
    <message>
        <source>The smallest of those whose items pass all tests.</source>
        <translation>Die kleinste der Zahlen, deren Einträge alle Bedingungen erfüllen.</translation>
    </message>
    <message>
        <source>The minute of a moment.</source>
        <translation>Die Minute eines Zeitpunkts.</translation>
    </message>
    <message>
        <source>What is left over of a division.</source>
        <translation>Der Rest einer Division.</translation>
    </message>
    <message>
        <source>The month, 1 to 12.</source>
        <translation>Der Monat, 1 bis 12.</translation>
    </message>
    <message>
        <source>The nearest multiple of a step.</source>
        <translation>Das nächstgelegene Vielfache einer Schrittweite.</translation>
    </message>
    <message>
        <source>The number, 1 for TRUE, 0 for anything else.</source>
        <translation>Die Zahl, 1 für TRUE, 0 für alles andere.</translation>
    </message>
    <message>
        <source>The error #N/A: no value.</source>
        <translation>Der Fehler #N/A: kein Wert.</translation>
    </message>
    <message>
        <source>Working days between two dates, both counted.</source>
        <translation>Arbeitstage zwischen zwei Datumsangaben, beide mitgezählt.</translation>
    </message>
    <message>
        <source>Working days between two dates, with a weekend of your own.</source>
        <translation>Arbeitstage zwischen zwei Datumsangaben, mit eigenem Wochenende.</translation>
    </message>
    <message>
        <source>TRUE for FALSE and the other way round.</source>
        <translation>TRUE für FALSE und umgekehrt.</translation>
    </message>
    <message>
        <source>The moment when the run began.</source>
        <translation>Der Zeitpunkt, zu dem der Lauf begann.</translation>
    </message>
    <message>
        <source>The number in a text whose decimal sign is named.</source>
        <translation>Die Zahl in einem Text, dessen Dezimalzeichen angegeben wird.</translation>
    </message>
    <message>
        <source>The next odd number away from zero.</source>
        <translation>Die nächste ungerade Zahl, von null weg.</translation>
    </message>
    <message>
        <source>TRUE when one of the tests is.</source>
        <translation>TRUE, wenn eine der Bedingungen TRUE ist.</translation>
    </message>
    <message>
        <source>A setting of the organisation, such as &quot;BaseCurrency&quot;.</source>
        <translation>Eine Einstellung der Organisation, zum Beispiel &quot;BaseCurrency&quot;.</translation>
    </message>
    <message>
        <source>A telephone number as it is dialled from anywhere, +61291234567.</source>
        <translation>Eine Telefonnummer, wie sie von überall gewählt wird, +61291234567.</translation>
    </message>
    <message>
        <source>A number multiplied by itself so many times.</source>
        <translation>Eine Zahl so viele Male mit sich selbst multipliziert.</translation>
    </message>
    <message>
        <source>All numbers multiplied.</source>
        <translation>Alle Zahlen multipliziert.</translation>
    </message>
    <message>
        <source>Each word with a capital.</source>
        <translation>Jedes Wort mit großem Anfangsbuchstaben.</translation>
    </message>
    <message>
        <source>How many whole times one number goes into another.</source>
        <translation>Wie viele ganze Male eine Zahl in eine andere passt.</translation>
    </message>
    <message>
        <source>The place of a number among others, the largest first.</source>
        <translation>Der Rang einer Zahl unter anderen, die größte zuerst.</translation>
    </message>
    <message>
        <source>The part of a text that fits a search pattern.</source>
        <translation>Der Teil eines Textes, der zu einem Suchmuster passt.</translation>
    </message>
    <message>
        <source>TRUE when a part of a text fits a search pattern.</source>
        <translation>TRUE, wenn ein Teil eines Textes zu einem Suchmuster passt.</translation>
    </message>
    <message>
        <source>The text with the parts that fit a search pattern replaced.</source>
        <translation>Der Text, in dem die zu einem Suchmuster passenden Teile ersetzt sind.</translation>
    </message>
    <message>
        <source>The text with the characters at a place replaced.</source>
        <translation>Der Text, in dem die Zeichen an einer Stelle ersetzt sind.</translation>
    </message>
    <message>
        <source>The text repeated.</source>
        <translation>Der Text, mehrfach wiederholt.</translation>
    </message>
    <message>
        <source>The last characters of a text.</source>
        <translation>Die letzten Zeichen eines Textes.</translation>
    </message>
    <message>
        <source>Rounds to so many places; a half goes away from zero.</source>
        <translation>Rundet auf so viele Nachkommastellen; die Hälfte wird von null weg gerundet.</translation>
    </message>
    <message>
        <source>Rounds to so many places; a half goes to the even digit.</source>
        <translation>Rundet auf so viele Nachkommastellen; die Hälfte wird zur geraden Ziffer gerundet.</translation>
    </message>
    <message>
        <source>Rounds towards zero.</source>
        <translation>Rundet in Richtung null.</translation>
    </message>
    <message>
        <source>Rounds away from zero.</source>
        <translation>Rundet von null weg.</translation>
    </message>
    <message>
        <source>How many items a list has.</source>
        <translation>Wie viele Einträge eine Liste hat.</translation>
    </message>
    <message>
        <source>The place of one text in another, from 1; capitals do not count, * and ? stand for anything.</source>
        <translation>Die Stelle eines Textes in einem anderen, ab 1; Groß- und Kleinschreibung zählt nicht, * und ? stehen für Beliebiges.</translation>
    </message>
    <message>
        <source>The second of a moment.</source>
        <translation>Die Sekunde eines Zeitpunkts.</translation>
    </message>
    <message>
        <source>1, 0 or -1.</source>
        <translation>1, 0 oder -1.</translation>
    </message>
    <message>
        <source>A text as small letters, digits and hyphens.</source>
        <translation>Ein Text in Kleinbuchstaben, Ziffern und Bindestrichen.</translation>
    </message>
    <message>
        <source>The smallest item of a list, the second smallest, and so on.</source>
        <translation>Der kleinste Eintrag einer Liste, der zweitkleinste und so weiter.</translation>
    </message>
    <message>
        <source>A list in order, empty items last.</source>
        <translation>Eine Liste in sortierter Reihenfolge, leere Einträge zuletzt.</translation>
    </message>
    <message>
        <source>One list in the order of another.</source>
        <translation>Eine Liste in der Reihenfolge einer anderen.</translation>
    </message>
    <message>
        <source>The parts of a text as a list.</source>
        <translation>Die Teile eines Textes als Liste.</translation>
    </message>
    <message>
        <source>The square root.</source>
        <translation>Die Quadratwurzel.</translation>
    </message>
    <message>
        <source>The text with one piece replaced by another.</source>
        <translation>Der Text, in dem ein Stück durch ein anderes ersetzt ist.</translation>
    </message>
    <message>
        <source>All numbers added.</source>
        <translation>Alle Zahlen addiert.</translation>
    </message>
    <message>
        <source>The sum of those whose item passes a test.</source>
        <translation>Die Summe der Zahlen, deren Eintrag eine Bedingung erfüllt.</translation>
    </message>
    <message>
        <source>The sum of those whose items pass all tests.</source>
        <translation>Die Summe der Zahlen, deren Einträge alle Bedingungen erfüllen.</translation>
    </message>
    <message>
        <source>Lists multiplied item by item, then added.</source>
        <translation>Listen Eintrag für Eintrag multipliziert, dann addiert.</translation>
    </message>
    <message>
        <source>The result behind the case that equals a value.</source>
        <translation>Das Ergebnis hinter dem Fall, der einem Wert gleicht.</translation>
    </message>
    <message>
        <source>The text, nothing for anything else.</source>
        <translation>Der Text, bei allem anderen nichts.</translation>
    </message>
    <message>
        <source>The first items of a list, or the last ones when the count is negative.</source>
        <translation>Die ersten Einträge einer Liste oder, bei negativer Anzahl, die letzten.</translation>
    </message>
    <message>
        <source>A gross amount without its tax.</source>
        <translation>Ein Bruttobetrag ohne seine Steuer.</translation>
    </message>
    <message>
        <source>A net amount with its tax.</source>
        <translation>Ein Nettobetrag mit seiner Steuer.</translation>
    </message>
    <message>
        <source>A number or date written in a format, such as &quot;#,##0.00&quot; or &quot;dd/mm/yyyy&quot;.</source>
        <translation>Eine Zahl oder ein Datum, in einem Format wie &quot;#,##0.00&quot; oder &quot;dd/mm/yyyy&quot; geschrieben.</translation>
    </message>
    <message>
        <source>The part of a text behind a sign.</source>
        <translation>Der Teil eines Textes hinter einem Zeichen.</translation>
    </message>
    <message>
        <source>The part of a text before a sign.</source>
        <translation>Der Teil eines Textes vor einem Zeichen.</translation>
    </message>
    <message>
        <source>Texts and lists joined with a sign between.</source>
        <translation>Texte und Listen, mit einem Zeichen dazwischen verbunden.</translation>
    </message>
    <message>
        <source>The day on which the run began.</source>
        <translation>Der Tag, an dem der Lauf begann.</translation>
    </message>
    <message>
        <source>The text without outer blanks and with single ones inside.</source>
        <translation>Der Text ohne Leerzeichen am Rand und mit nur je einem im Inneren.</translation>
    </message>
    <message>
        <source>The number without the places behind the point.</source>
        <translation>Die Zahl ohne ihre Nachkommastellen.</translation>
    </message>
    <message>
        <source>What kind of value it is: 1 number, 2 text, 4 TRUE or FALSE, 16 error, 64 list.</source>
        <translation>Welche Art von Wert es ist: 1 Zahl, 2 Text, 4 TRUE oder FALSE, 16 Fehler, 64 Liste.</translation>
    </message>
    <message>
        <source>The list with each item once.</source>
        <translation>Die Liste mit jedem Eintrag nur einmal.</translation>
    </message>
    <message>
        <source>The text in capitals.</source>
        <translation>Der Text in Großbuchstaben.</translation>
    </message>
    <message>
        <source>The number that a text means.</source>
        <translation>Die Zahl, die ein Text bedeutet.</translation>
    </message>
    <message>
        <source>The day of the week as a number.</source>
        <translation>Der Wochentag als Zahl.</translation>
    </message>
    <message>
        <source>The week of the year.</source>
        <translation>Die Woche des Jahres.</translation>
    </message>
    <message>
        <source>The date so many working days away.</source>
        <translation>Das Datum so viele Arbeitstage entfernt.</translation>
    </message>
    <message>
        <source>The date so many working days away, with a weekend of your own.</source>
        <translation>Das Datum so viele Arbeitstage entfernt, mit eigenem Wochenende.</translation>
    </message>
    <message>
        <source>The result beside the key that equals a value.</source>
        <translation>Das Ergebnis neben dem Schlüssel, der einem Wert gleicht.</translation>
    </message>
    <message>
        <source>TRUE when an odd number of tests is.</source>
        <translation>TRUE, wenn eine ungerade Anzahl von Bedingungen TRUE ist.</translation>
    </message>
    <message>
        <source>The year.</source>
        <translation>Das Jahr.</translation>
    </message>
    <message>
        <source>The part of a year between two dates.</source>
        <translation>Der Teil eines Jahres zwischen zwei Datumsangaben.</translation>
    </message>
    <message>
        <source>Account %1 takes no manual journals</source>
        <translation>Konto %1 lässt keine manuellen Buchungen zu</translation>
    </message>
    <message>
        <source>Bank, receivable, payable, retained earnings and stock accounts are moved by their own documents.</source>
        <translation>Bank-, Debitoren-, Kreditoren-, Gewinnvortrags- und Bestandskonten werden durch ihre eigenen Belege bebucht.</translation>
    </message>
    <message>
        <source>Choose another account on the Map step or in the lookup table.</source>
        <translation>Wählen Sie im Schritt „Zuordnen“ oder in der Nachschlagetabelle ein anderes Konto.</translation>
    </message>
    <message>
        <source>The amount is zero or below</source>
        <translation>Der Betrag ist null oder negativ</translation>
    </message>
    <message>
        <source>Payments and transfers carry an amount above zero.</source>
        <translation>Zahlungen und Umbuchungen haben einen Betrag über null.</translation>
    </message>
    <message>
        <source>Correct the amount in the source record, then press Retry.</source>
        <translation>Berichtigen Sie den Betrag im Quelldatensatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>More is paid or allocated than is open</source>
        <translation>Es wird mehr gezahlt oder verrechnet, als offen ist</translation>
    </message>
    <message>
        <source>Somebody may have entered a payment in Xero already.</source>
        <translation>Vielleicht hat schon jemand eine Zahlung in Xero erfasst.</translation>
    </message>
    <message>
        <source>Look at the document in Xero. Correct the amount, then press Retry, or skip this record with a reason.</source>
        <translation>Sehen Sie sich den Beleg in Xero an. Berichtigen Sie den Betrag und wählen Sie dann „Erneut versuchen“, oder überspringen Sie diesen Datensatz mit einer Begründung.</translation>
    </message>
    <message>
        <source>Xero cannot pay from or to this account</source>
        <translation>Xero kann über dieses Konto keine Zahlung buchen</translation>
    </message>
    <message>
        <source>The account is missing, is not a bank account, or has payments switched off.</source>
        <translation>Das Konto fehlt, ist kein Bankkonto, oder Zahlungen sind dafür abgeschaltet.</translation>
    </message>
    <message>
        <source>Choose a bank account on the Map step, or allow payments on the account in Xero.</source>
        <translation>Wählen Sie im Schritt „Zuordnen“ ein Bankkonto, oder erlauben Sie in Xero Zahlungen auf dem Konto.</translation>
    </message>
    <message>
        <source>Xero takes no more records of this kind</source>
        <translation>Xero nimmt keine weiteren Datensätze dieser Art an</translation>
    </message>
    <message>
        <source>An organisation has at most 100 contact groups and two tracking categories in use.</source>
        <translation>Eine Organisation hat höchstens 100 Kontaktgruppen und zwei aktive Tracking-Kategorien.</translation>
    </message>
    <message>
        <source>Delete or archive one in Xero, then press Retry.</source>
        <translation>Löschen oder archivieren Sie in Xero einen Datensatz dieser Art und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The payment names no document, or several</source>
        <translation>Die Zahlung nennt keinen Beleg oder mehrere</translation>
    </message>
    <message>
        <source>A payment belongs to exactly one invoice, bill or credit.</source>
        <translation>Eine Zahlung gehört zu genau einer Rechnung, Eingangsrechnung oder Gutschrift.</translation>
    </message>
    <message>
        <source>Map one of them on the Map step, then press Retry.</source>
        <translation>Ordnen Sie im Schritt „Zuordnen“ einen davon zu und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The two documents do not fit together</source>
        <translation>Die beiden Belege passen nicht zusammen</translation>
    </message>
    <message>
        <source>Credit and invoice need the same contact and currency, and a batch pays either invoices or bills in the base currency.</source>
        <translation>Gutschrift und Rechnung brauchen denselben Kontakt und dieselbe Währung, und eine Sammelzahlung begleicht entweder Rechnungen oder Eingangsrechnungen in der Basiswährung.</translation>
    </message>
    <message>
        <source>Look at both documents in Xero, then press Retry.</source>
        <translation>Sehen Sie sich beide Belege in Xero an und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Xero does not let other programs change this record</source>
        <translation>Xero lässt diesen Datensatz nicht von anderen Programmen ändern</translation>
    </message>
    <message>
        <source>Bank accounts, archived accounts, accounts and tax rates that Xero needs itself, and repeating invoices that are running are changed by people in Xero only.</source>
        <translation>Bankkonten, archivierte Konten, Konten und Steuersätze, die Xero selbst braucht, sowie laufende wiederkehrende Rechnungen lassen sich nur von Personen in Xero ändern.</translation>
    </message>
    <message>
        <source>Change it in Xero, or leave it out of the sync.</source>
        <translation>Ändern Sie ihn in Xero, oder lassen Sie ihn aus dem Abgleich heraus.</translation>
    </message>
    <message>
        <source>The record is used in Xero and cannot be deleted</source>
        <translation>Der Datensatz wird in Xero verwendet und kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Other documents refer to it, it belongs to a batch, or Xero needs it itself.</source>
        <translation>Andere Belege verweisen darauf, er gehört zu einer Sammelzahlung, oder Xero braucht ihn selbst.</translation>
    </message>
    <message>
        <source>Archive it in Xero, or delete what uses it, then press Retry.</source>
        <translation>Archivieren Sie ihn in Xero, oder löschen Sie, was ihn verwendet, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Another item has the code “%1”</source>
        <translation>Ein anderer Artikel hat den Code „%1“</translation>
    </message>
    <message>
        <source>Item codes are unique in Xero.</source>
        <translation>Artikelcodes sind in Xero eindeutig.</translation>
    </message>
    <message>
        <source>Change one of the codes, then press Retry.</source>
        <translation>Ändern Sie einen der Codes und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The journal does not balance</source>
        <translation>Die manuelle Buchung ist nicht ausgeglichen</translation>
    </message>
    <message>
        <source>Debits are %1, credits are %2.</source>
        <translation>Soll: %1, Haben: %2.</translation>
    </message>
    <message>
        <source>Correct the lines of the source record, then press Retry.</source>
        <translation>Berichtigen Sie die Positionen des Quelldatensatzes und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Another record has this name or code</source>
        <translation>Ein anderer Datensatz hat diesen Namen oder Code</translation>
    </message>
    <message>
        <source>Names of accounts, contact groups and tracking categories are unique in Xero.</source>
        <translation>Namen von Konten, Kontaktgruppen und Tracking-Kategorien sind in Xero eindeutig.</translation>
    </message>
    <message>
        <source>Rename one of them, then press Retry.</source>
        <translation>Benennen Sie einen davon um und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The document is not approved in Xero</source>
        <translation>Der Beleg ist in Xero nicht freigegeben</translation>
    </message>
    <message>
        <source>Only approved documents can be paid or take credit.</source>
        <translation>Nur freigegebene Belege können bezahlt oder mit Gutschriften verrechnet werden.</translation>
    </message>
    <message>
        <source>Approve it in Xero, then press Retry.</source>
        <translation>Geben Sie ihn in Xero frei und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Xero cannot e-mail this invoice</source>
        <translation>Xero kann diese Rechnung nicht per E-Mail senden</translation>
    </message>
    <message>
        <source>It is a draft or a bill, its contact has no e-mail address, or the e-mails of the day are used up.</source>
        <translation>Sie ist ein Entwurf oder eine Eingangsrechnung, ihr Kontakt hat keine E-Mail-Adresse, oder die E-Mails des Tages sind aufgebraucht.</translation>
    </message>
    <message>
        <source>Put it right in Xero, then press Retry.</source>
        <translation>Bringen Sie das in Xero in Ordnung und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>There is not enough stock of a tracked item</source>
        <translation>Der Bestand eines Artikels mit Bestandsführung reicht nicht aus</translation>
    </message>
    <message>
        <source>Enter the purchase in Xero first, then press Retry.</source>
        <translation>Erfassen Sie zuerst den Einkauf in Xero und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>There is a lookup table “%1” already</source>
        <translation>Es gibt bereits eine Nachschlagetabelle „%1“</translation>
    </message>
    <message>
        <source>Formulas name a table in capitals or small letters alike.</source>
        <translation>Formeln unterscheiden beim Namen einer Tabelle nicht zwischen Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The lookup table “%1” is in use</source>
        <translation>Die Nachschlagetabelle „%1“ wird verwendet</translation>
    </message>
    <message>
        <source>A formula of “%2” asks it.</source>
        <translation>Eine Formel von „%2“ fragt sie ab.</translation>
    </message>
    <message>
        <source>Change that formula on the Map step first.</source>
        <translation>Ändern Sie zuerst jene Formel im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>The file %1 has only one column</source>
        <translation>Die Datei %1 hat nur eine Spalte</translation>
    </message>
    <message>
        <source>A lookup table needs two: what a value is on one side, and what it becomes.</source>
        <translation>Eine Nachschlagetabelle braucht zwei: was ein Wert auf der einen Seite ist und was daraus wird.</translation>
    </message>
    <message>
        <source>Choose a file with two columns.</source>
        <translation>Wählen Sie eine Datei mit zwei Spalten.</translation>
    </message>
    <message>
        <source>The file has more than %1 rows</source>
        <translation>Die Datei hat mehr als %1 Zeilen</translation>
    </message>
    <message>
        <source>A lookup table is kept by hand; a list of that size belongs into a database.</source>
        <translation>Eine Nachschlagetabelle wird von Hand gepflegt; eine so lange Liste gehört in eine Datenbank.</translation>
    </message>
    <message>
        <source>Choose a smaller file, or connect the list as a source of its own.</source>
        <translation>Wählen Sie eine kleinere Datei, oder verbinden Sie die Liste als eigene Quelle.</translation>
    </message>
    <message>
        <source>Somebody else saved this mapping meanwhile</source>
        <translation>Jemand anderes hat diese Zuordnung inzwischen gespeichert</translation>
    </message>
    <message>
        <source>The newest version is %1, saved by %2. Yours is not lost: it is still on the screen.</source>
        <translation>Die neueste Version ist %1, gespeichert von %2. Ihre ist nicht verloren: Sie steht noch auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>Compare the two under Versions, then save yours on top or take theirs.</source>
        <translation>Vergleichen Sie die beiden unter „Versionen“ und speichern Sie dann Ihre darüber, oder übernehmen Sie die andere.</translation>
    </message>
    <message>
        <source>The record is not there any more</source>
        <translation>Der Datensatz ist nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>It was deleted in the source, or the source has no records at all.</source>
        <translation>Er wurde in der Quelle gelöscht, oder die Quelle hat überhaupt keine Datensätze.</translation>
    </message>
    <message>
        <source>Choose another record.</source>
        <translation>Wählen Sie einen anderen Datensatz.</translation>
    </message>
    <message>
        <source>There is no version %1 of this mapping</source>
        <translation>Es gibt keine Version %1 dieser Zuordnung</translation>
    </message>
    <message>
        <source>Choose one from the list of versions.</source>
        <translation>Wählen Sie eine aus der Liste der Versionen.</translation>
    </message>
    <message>
        <source>The mapping of “%1” cannot be read</source>
        <translation>Die Zuordnung von „%1“ kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>It was changed by hand or by a newer Tieout. It stays as it is, and nothing is run with it.</source>
        <translation>Sie wurde von Hand oder von einem neueren Tieout geändert. Sie bleibt, wie sie ist, und es wird nichts mit ihr ausgeführt.</translation>
    </message>
    <message>
        <source>Open the Map step: what is wrong is marked there. Restore an earlier version under Versions.</source>
        <translation>Öffnen Sie den Schritt „Zuordnen“: Dort ist markiert, was nicht stimmt. Stellen Sie unter „Versionen“ eine frühere Version wieder her.</translation>
    </message>
    <message>
        <source>The system cannot be reached</source>
        <translation>Das System ist nicht erreichbar</translation>
    </message>
    <message>
        <source>This computer is offline, or the system&apos;s address does not answer.</source>
        <translation>Dieser Computer ist offline, oder die Adresse des Systems antwortet nicht.</translation>
    </message>
    <message>
        <source>Check the internet connection. It is tried again by itself.</source>
        <translation>Prüfen Sie die Internetverbindung. Der nächste Versuch erfolgt von selbst.</translation>
    </message>
    <message>
        <source>The connection was cut</source>
        <translation>Die Verbindung wurde unterbrochen</translation>
    </message>
    <message>
        <source>The line broke before the answer was complete.</source>
        <translation>Die Leitung brach ab, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>Nothing to do: it is looked up or tried again, never sent twice.</source>
        <translation>Nichts zu tun: Es wird nachgesehen oder erneut versucht, aber nie doppelt gesendet.</translation>
    </message>
    <message>
        <source>The system took too long to answer</source>
        <translation>Das System brauchte zu lange für die Antwort</translation>
    </message>
    <message>
        <source>The system&apos;s identity could not be proved</source>
        <translation>Die Identität des Systems ließ sich nicht nachweisen</translation>
    </message>
    <message>
        <source>The secure connection failed: a wrong clock, a company proxy, or a false address.</source>
        <translation>Die sichere Verbindung kam nicht zustande: eine falsche Uhrzeit, ein Firmen-Proxy oder eine falsche Adresse.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date, and ask your IT about certificates of a proxy.</source>
        <translation>Prüfen Sie das Datum dieses Computers, und fragen Sie Ihre IT nach Zertifikaten eines Proxys.</translation>
    </message>
    <message>
        <source>The address is not secure</source>
        <translation>Die Adresse ist nicht sicher</translation>
    </message>
    <message>
        <source>Only secure addresses are used outside this computer.</source>
        <translation>Außerhalb dieses Computers werden nur sichere Adressen verwendet.</translation>
    </message>
    <message>
        <source>Correct the address of the connection.</source>
        <translation>Berichtigen Sie die Adresse der Verbindung.</translation>
    </message>
    <message>
        <source>The answer was too large</source>
        <translation>Die Antwort war zu groß</translation>
    </message>
    <message>
        <source>The system sent far more than it should.</source>
        <translation>Das System hat weit mehr gesendet, als es sollte.</translation>
    </message>
    <message>
        <source>Press Retry. If it stays, show the technical details to that system&apos;s support.</source>
        <translation>Wählen Sie „Erneut versuchen“. Bleibt es dabei, zeigen Sie die technischen Details dem Support dieses Systems.</translation>
    </message>
    <message>
        <source>The system gave an unusual answer</source>
        <translation>Das System gab eine ungewöhnliche Antwort</translation>
    </message>
    <message>
        <source>A proxy asks for a password</source>
        <translation>Ein Proxy verlangt ein Passwort</translation>
    </message>
    <message>
        <source>Your network lets programs out only after a sign-in.</source>
        <translation>Ihr Netzwerk lässt Programme erst nach einer Anmeldung ins Internet.</translation>
    </message>
    <message>
        <source>Ask your IT for the proxy settings.</source>
        <translation>Fragen Sie Ihre IT nach den Proxy-Einstellungen.</translation>
    </message>
    <message>
        <source>Today&apos;s calls are used up</source>
        <translation>Die Aufrufe für heute sind verbraucht</translation>
    </message>
    <message>
        <source>The system allows only so many calls a day.</source>
        <translation>Das System erlaubt nur eine bestimmte Zahl von Aufrufen pro Tag.</translation>
    </message>
    <message>
        <source>Nothing to do: the syncs go on when the day is over.</source>
        <translation>Nichts zu tun: Die Abgleiche gehen weiter, wenn der Tag vorbei ist.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>It was stopped before it ended.</source>
        <translation>Der Vorgang wurde angehalten, bevor er zu Ende war.</translation>
    </message>
    <message>
        <source>Start it again when you like.</source>
        <translation>Starten Sie ihn wieder, wann Sie möchten.</translation>
    </message>
    <message>
        <source>It was stopped before it ended. Nothing is left half done.</source>
        <translation>Der Vorgang wurde angehalten, bevor er zu Ende war. Nichts blieb halb erledigt.</translation>
    </message>
    <message>
        <source>The system&apos;s answer contradicts itself</source>
        <translation>Die Antwort des Systems widerspricht sich</translation>
    </message>
    <message>
        <source>It says saved and refused at once.</source>
        <translation>Sie meldet „gespeichert“ und „abgelehnt“ zugleich.</translation>
    </message>
    <message>
        <source>Nothing to do: the next run looks the record up.</source>
        <translation>Nichts zu tun: Der nächste Lauf sieht nach, ob der Datensatz angekommen ist.</translation>
    </message>
    <message>
        <source>The system&apos;s answer was incomplete</source>
        <translation>Die Antwort des Systems war unvollständig</translation>
    </message>
    <message>
        <source>Fewer records came than were announced. Nothing of it was used.</source>
        <translation>Es kamen weniger Datensätze als angekündigt. Nichts davon wurde verwendet.</translation>
    </message>
    <message>
        <source>Nothing to do: it is read again.</source>
        <translation>Nichts zu tun: Es wird noch einmal gelesen.</translation>
    </message>
    <message>
        <source>The system pointed to a wrong next page</source>
        <translation>Das System verwies auf eine falsche nächste Seite</translation>
    </message>
    <message>
        <source>The system&apos;s answer was damaged</source>
        <translation>Die Antwort des Systems war beschädigt</translation>
    </message>
    <message>
        <source>The system said saved, but not which record</source>
        <translation>Das System meldete „gespeichert“, aber nicht, welchen Datensatz</translation>
    </message>
    <message>
        <source>The system answered with a web page instead of data</source>
        <translation>Das System antwortete mit einer Webseite statt mit Daten</translation>
    </message>
    <message>
        <source>Often a maintenance page or a sign-in page of your network.</source>
        <translation>Oft ist das eine Wartungsseite oder eine Anmeldeseite Ihres Netzwerks.</translation>
    </message>
    <message>
        <source>The system&apos;s answer does not fit the records sent</source>
        <translation>Die Antwort des Systems passt nicht zu den gesendeten Datensätzen</translation>
    </message>
    <message>
        <source>Nothing to do: the next run looks the records up.</source>
        <translation>Nichts zu tun: Der nächste Lauf sieht nach, ob die Datensätze angekommen sind.</translation>
    </message>
    <message>
        <source>The system&apos;s answer was not in the agreed form</source>
        <translation>Die Antwort des Systems hatte nicht die vereinbarte Form</translation>
    </message>
    <message>
        <source>The system gave an unknown status</source>
        <translation>Das System nannte einen unbekannten Status</translation>
    </message>
    <message>
        <source>A text could not be read</source>
        <translation>Ein Text konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>It is damaged or cut.</source>
        <translation>Er ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>A text is nested too deep</source>
        <translation>Ein Text ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>Send us the technical details.</source>
        <translation>Senden Sie uns die technischen Details.</translation>
    </message>
    <message>
        <source>A text names the same thing twice</source>
        <translation>Ein Text nennt dasselbe zweimal</translation>
    </message>
    <message>
        <source>A number in a text could not be read</source>
        <translation>Eine Zahl in einem Text konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Signing in without a browser works only with the practice company</source>
        <translation>Die Anmeldung ohne Browser ist nur bei der Übungsfirma möglich</translation>
    </message>
    <message>
        <source>Use the window to sign in to a real system.</source>
        <translation>Melden Sie sich bei einem echten System über das Programmfenster an.</translation>
    </message>
    <message>
        <source>The practice company&apos;s sign-in page was not as expected</source>
        <translation>Die Anmeldeseite der Übungsfirma sah anders aus als erwartet</translation>
    </message>
    <message>
        <source>Start the practice company again.</source>
        <translation>Starten Sie die Übungsfirma neu.</translation>
    </message>
    <message>
        <source>The practice company&apos;s address of %1 is not on this computer</source>
        <translation>Die Adresse der Übungsfirma für %1 liegt nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>The practice company runs on this computer only.</source>
        <translation>Die Übungsfirma läuft nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Start Tieout with the addresses that the practice company printed.</source>
        <translation>Starten Sie Tieout mit den Adressen, die die Übungsfirma ausgegeben hat.</translation>
    </message>
    <message>
        <source>Permission was not given</source>
        <translation>Die Berechtigung wurde nicht erteilt</translation>
    </message>
    <message>
        <source>Somebody pressed Cancel or Deny on the sign-in page.</source>
        <translation>Auf der Anmeldeseite hat jemand „Abbrechen“ oder „Ablehnen“ gewählt.</translation>
    </message>
    <message>
        <source>Sign in again and allow what is asked.</source>
        <translation>Melden Sie sich erneut an und erlauben Sie, wonach gefragt wird.</translation>
    </message>
    <message>
        <source>Nobody signed in in time</source>
        <translation>Niemand hat sich rechtzeitig angemeldet</translation>
    </message>
    <message>
        <source>The sign-in page was not finished within the time allowed.</source>
        <translation>Die Anmeldeseite wurde nicht in der vorgesehenen Zeit abgeschlossen.</translation>
    </message>
    <message>
        <source>Press Connect in browser again.</source>
        <translation>Wählen Sie noch einmal „Im Browser verbinden“.</translation>
    </message>
    <message>
        <source>The answer did not belong to this sign-in</source>
        <translation>Die Antwort gehörte nicht zu dieser Anmeldung</translation>
    </message>
    <message>
        <source>It came from an older page or from elsewhere, so it was not used.</source>
        <translation>Sie kam von einer älteren Seite oder von anderswo und wurde daher nicht verwendet.</translation>
    </message>
    <message>
        <source>Close old sign-in pages and connect again.</source>
        <translation>Schließen Sie alte Anmeldeseiten und verbinden Sie erneut.</translation>
    </message>
    <message>
        <source>The sign-in came too late</source>
        <translation>Die Anmeldung kam zu spät</translation>
    </message>
    <message>
        <source>The system no longer accepts this answer.</source>
        <translation>Das System nimmt diese Antwort nicht mehr an.</translation>
    </message>
    <message>
        <source>The client id is not accepted</source>
        <translation>Die Client-ID wird nicht angenommen</translation>
    </message>
    <message>
        <source>The system does not know this program under the client id given.</source>
        <translation>Das System kennt dieses Programm unter der angegebenen Client-ID nicht.</translation>
    </message>
    <message>
        <source>Copy the client id again from the app registration, and check its redirect addresses.</source>
        <translation>Kopieren Sie die Client-ID noch einmal aus der App-Registrierung, und prüfen Sie dort die Weiterleitungsadressen.</translation>
    </message>
    <message>
        <source>The sign-in cannot be received on this computer</source>
        <translation>Die Anmeldung kann auf diesem Computer nicht empfangen werden</translation>
    </message>
    <message>
        <source>Other programs use the places %1 where the browser would answer.</source>
        <translation>Andere Programme belegen die Anschlüsse %1, an denen der Browser antworten würde.</translation>
    </message>
    <message>
        <source>Close the other program, or restart the computer, and connect again.</source>
        <translation>Schließen Sie das andere Programm, oder starten Sie den Computer neu, und verbinden Sie erneut.</translation>
    </message>
    <message>
        <source>The system&apos;s sign-in answer was not as expected</source>
        <translation>Die Antwort des Systems auf die Anmeldung war anders als erwartet</translation>
    </message>
    <message>
        <source>Connect again. If it stays, send us the technical details.</source>
        <translation>Verbinden Sie erneut. Bleibt es dabei, senden Sie uns die technischen Details.</translation>
    </message>
    <message>
        <source>The sign-in was cancelled</source>
        <translation>Die Anmeldung wurde abgebrochen</translation>
    </message>
    <message>
        <source>Press Connect in browser when you like.</source>
        <translation>Wählen Sie „Im Browser verbinden“, wann Sie möchten.</translation>
    </message>
    <message>
        <source>The sign-in has ended</source>
        <translation>Die Anmeldung ist abgelaufen</translation>
    </message>
    <message>
        <source>The system no longer accepts it.</source>
        <translation>Das System nimmt sie nicht mehr an.</translation>
    </message>
    <message>
        <source>Sign in again; waiting syncs go on by themselves.</source>
        <translation>Melden Sie sich erneut an; wartende Abgleiche gehen von selbst weiter.</translation>
    </message>
    <message>
        <source>The system refused the sign-in</source>
        <translation>Das System hat die Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>Sign in again. If it stays, ask whoever administers the system.</source>
        <translation>Melden Sie sich erneut an. Bleibt es dabei, fragen Sie die Administration des Systems.</translation>
    </message>
    <message>
        <source>Another program is renewing the sign-in</source>
        <translation>Ein anderes Programm erneuert gerade die Anmeldung</translation>
    </message>
    <message>
        <source>It has not finished for two minutes.</source>
        <translation>Es ist seit zwei Minuten nicht fertig geworden.</translation>
    </message>
    <message>
        <source>Nothing to do: it is tried again. If it stays, end the other program.</source>
        <translation>Nichts zu tun: Es wird erneut versucht. Bleibt es dabei, beenden Sie das andere Programm.</translation>
    </message>
    <message>
        <source>Signing out at the system did not work</source>
        <translation>Die Abmeldung beim System ist nicht gelungen</translation>
    </message>
    <message>
        <source>The keys on this computer are gone all the same.</source>
        <translation>Die Schlüssel auf diesem Computer sind trotzdem gelöscht.</translation>
    </message>
    <message>
        <source>Remove Tieout in the system&apos;s own list of connected apps.</source>
        <translation>Entfernen Sie Tieout im System selbst aus der Liste der verbundenen Apps.</translation>
    </message>
    <message>
        <source>The kept sign-in cannot be read</source>
        <translation>Die aufbewahrte Anmeldung kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>The system&apos;s sign-in is not available</source>
        <translation>Der Anmeldedienst des Systems ist nicht verfügbar</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>The keys of your connections are in it.</source>
        <translation>Darin liegen die Schlüssel Ihrer Verbindungen.</translation>
    </message>
    <message>
        <source>Unlock the keychain of this computer, then press Retry.</source>
        <translation>Entsperren Sie den Schlüsselbund dieses Computers und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>This computer has no keychain service</source>
        <translation>Dieser Computer hat keinen Schlüsselbund-Dienst</translation>
    </message>
    <message>
        <source>Tieout keeps keys only in a keychain, never in a plain file.</source>
        <translation>Tieout bewahrt Schlüssel nur in einem Schlüsselbund auf, nie in einer einfachen Datei.</translation>
    </message>
    <message>
        <source>Install and start one (for example GNOME Keyring or KWallet).</source>
        <translation>Installieren und starten Sie einen (zum Beispiel GNOME Keyring oder KWallet).</translation>
    </message>
    <message>
        <source>The keychain refused</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert</translation>
    </message>
    <message>
        <source>Allow Tieout in the keychain&apos;s settings, then press Retry.</source>
        <translation>Erlauben Sie Tieout in den Einstellungen des Schlüsselbunds und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The keychain did not answer</source>
        <translation>Der Schlüsselbund hat nicht geantwortet</translation>
    </message>
    <message>
        <source>It may be waiting for a password behind another window.</source>
        <translation>Vielleicht wartet er hinter einem anderen Fenster auf ein Passwort.</translation>
    </message>
    <message>
        <source>Look for its question, then press Retry.</source>
        <translation>Suchen Sie seine Rückfrage und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The keychain cannot hold a key of this size</source>
        <translation>Der Schlüsselbund kann einen Schlüssel dieser Größe nicht aufnehmen</translation>
    </message>
    <message>
        <source>The keys of this connection are not on this computer</source>
        <translation>Die Schlüssel dieser Verbindung sind nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Nobody signed in here yet, or the keychain was emptied.</source>
        <translation>Hier hat sich noch niemand angemeldet, oder der Schlüsselbund wurde geleert.</translation>
    </message>
    <message>
        <source>The keys could not be read or kept</source>
        <translation>Die Schlüssel konnten nicht gelesen oder aufbewahrt werden</translation>
    </message>
    <message>
        <source>Look at the rights of the workspace folder, then press Retry.</source>
        <translation>Prüfen Sie die Zugriffsrechte des Arbeitsbereich-Ordners und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The workspace was made by a newer Tieout</source>
        <translation>Der Arbeitsbereich stammt von einem neueren Tieout</translation>
    </message>
    <message>
        <source>It has version %1; this program knows version %2. Nothing was changed.</source>
        <translation>Er hat Version %1; dieses Programm kennt Version %2. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Install the newest Tieout on this computer.</source>
        <translation>Installieren Sie das neueste Tieout auf diesem Computer.</translation>
    </message>
    <message>
        <source>The workspace was made by an older Tieout</source>
        <translation>Der Arbeitsbereich stammt von einem älteren Tieout</translation>
    </message>
    <message>
        <source>It has version %1; it can be looked at, and is brought up to version %2 when it may be written.</source>
        <translation>Er hat Version %1. Er lässt sich ansehen und wird auf Version %2 gebracht, sobald er beschrieben werden darf.</translation>
    </message>
    <message>
        <source>Open it where the folder may be written.</source>
        <translation>Öffnen Sie ihn dort, wo in den Ordner geschrieben werden darf.</translation>
    </message>
    <message>
        <source>This is not a Tieout workspace</source>
        <translation>Das ist kein Arbeitsbereich von Tieout</translation>
    </message>
    <message>
        <source>The file in the folder is something else. It was not touched.</source>
        <translation>Die Datei im Ordner ist etwas anderes. Sie wurde nicht angetastet.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The workspace file is damaged</source>
        <translation>Die Datei des Arbeitsbereichs ist beschädigt</translation>
    </message>
    <message>
        <source>It was not changed.</source>
        <translation>Sie wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Restore the newest backup from the workspace folder.</source>
        <translation>Stellen Sie die neueste Sicherung aus dem Ordner des Arbeitsbereichs wieder her.</translation>
    </message>
    <message>
        <source>The workspace cannot be written</source>
        <translation>In den Arbeitsbereich kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The folder or its file is write-protected.</source>
        <translation>Der Ordner oder seine Datei ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Change the rights of the folder, or move the workspace.</source>
        <translation>Ändern Sie die Zugriffsrechte des Ordners, oder verschieben Sie den Arbeitsbereich.</translation>
    </message>
    <message>
        <source>There is no room to keep what must be kept. Nothing was lost, and nothing more is sent.</source>
        <translation>Für das, was aufbewahrt werden muss, fehlt der Platz. Nichts ging verloren, und es wird nichts weiter gesendet.</translation>
    </message>
    <message>
        <source>Free some space; then press Retry.</source>
        <translation>Schaffen Sie Speicherplatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The workspace is in use</source>
        <translation>Der Arbeitsbereich wird gerade benutzt</translation>
    </message>
    <message>
        <source>Another program holds it for longer than expected.</source>
        <translation>Ein anderes Programm hält ihn länger fest als erwartet.</translation>
    </message>
    <message>
        <source>Close the other program, then press Retry.</source>
        <translation>Schließen Sie das andere Programm und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The workspace is being closed</source>
        <translation>Der Arbeitsbereich wird gerade geschlossen</translation>
    </message>
    <message>
        <source>Open Tieout again.</source>
        <translation>Öffnen Sie Tieout erneut.</translation>
    </message>
    <message>
        <source>The workspace met a fault of ours</source>
        <translation>Beim Arbeitsbereich trat ein Fehler von uns auf</translation>
    </message>
    <message>
        <source>The disk could not be read or written</source>
        <translation>Der Datenträger konnte nicht gelesen oder beschrieben werden</translation>
    </message>
    <message>
        <source>Check the disk and the workspace folder, then press Retry.</source>
        <translation>Prüfen Sie den Datenträger und den Ordner des Arbeitsbereichs und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The workspace could not be opened</source>
        <translation>Der Arbeitsbereich konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write there.</source>
        <translation>Prüfen Sie, ob es den Ordner gibt und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The workspace could not be brought up to date</source>
        <translation>Der Arbeitsbereich konnte nicht auf den neuesten Stand gebracht werden</translation>
    </message>
    <message>
        <source>It is as it was; a backup lies beside it.</source>
        <translation>Er ist, wie er war; eine Sicherung liegt daneben.</translation>
    </message>
    <message>
        <source>A step of the run was kept in the wrong order</source>
        <translation>Ein Schritt des Laufs wurde in falscher Reihenfolge festgehalten</translation>
    </message>
    <message>
        <source>Nothing more was sent.</source>
        <translation>Es wurde nichts weiter gesendet.</translation>
    </message>
    <message>
        <source>The result of a delivery could not be kept</source>
        <translation>Das Ergebnis einer Übermittlung konnte nicht festgehalten werden</translation>
    </message>
    <message>
        <source>What was sent is looked up before anything is sent again.</source>
        <translation>Bevor noch einmal etwas gesendet wird, wird geprüft, was angekommen ist.</translation>
    </message>
    <message>
        <source>Nothing to do: the next run settles it.</source>
        <translation>Nichts zu tun: Der nächste Lauf klärt es.</translation>
    </message>
    <message>
        <source>The workspace refused a step</source>
        <translation>Der Arbeitsbereich hat einen Schritt abgelehnt</translation>
    </message>
    <message>
        <source>A file&apos;s rights could not be set</source>
        <translation>Die Zugriffsrechte einer Datei ließen sich nicht setzen</translation>
    </message>
    <message>
        <source>Check the rights of the workspace folder.</source>
        <translation>Prüfen Sie die Zugriffsrechte des Arbeitsbereich-Ordners.</translation>
    </message>
    <message>
        <source>The workspace folder cannot be made</source>
        <translation>Der Ordner für den Arbeitsbereich kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Choose a folder where you may write.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Another program runs the syncs of this workspace</source>
        <translation>Ein anderes Programm führt die Abgleiche dieses Arbeitsbereichs aus</translation>
    </message>
    <message>
        <source>On %1. Only one at a time may write, so that nothing is written twice.</source>
        <translation>Auf %1. Nur eines darf jeweils schreiben, damit nichts doppelt geschrieben wird.</translation>
    </message>
    <message>
        <source>Use that one, or close it and press Retry.</source>
        <translation>Nutzen Sie jenes, oder schließen Sie es und wählen Sie „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The client id is missing</source>
        <translation>Die Client-ID fehlt</translation>
    </message>
    <message>
        <source>A real system must know which program asks.</source>
        <translation>Ein echtes System muss wissen, welches Programm anfragt.</translation>
    </message>
    <message>
        <source>Enter the client id of your own app registration.</source>
        <translation>Geben Sie die Client-ID Ihrer eigenen App-Registrierung ein.</translation>
    </message>
    <message>
        <source>One more permission is needed</source>
        <translation>Eine weitere Berechtigung ist nötig</translation>
    </message>
    <message>
        <source>The sign-in to %1 does not cover: %2.</source>
        <translation>Die Anmeldung bei %1 umfasst nicht: %2.</translation>
    </message>
    <message>
        <source>Press Sign in again on its card under Connections and agree to it.</source>
        <translation>Wählen Sie unter „Verbindungen“ auf der zugehörigen Karte „Erneut anmelden“ und stimmen Sie zu.</translation>
    </message>
    <message>
        <source>%1 needs one more permission: %2</source>
        <translation>%1 braucht eine weitere Berechtigung: %2</translation>
    </message>
    <message>
        <source>There is nothing to write there</source>
        <translation>Dort gibt es nichts zu schreiben</translation>
    </message>
    <message>
        <source>%1 can only be read, so there is no writing to allow.</source>
        <translation>%1 kann nur gelesen werden; das Schreiben lässt sich also nicht erlauben.</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <source>This organisation is connected already</source>
        <translation>Diese Organisation ist bereits verbunden</translation>
    </message>
    <message>
        <source>Use Sign in again on its card.</source>
        <translation>Wählen Sie auf der zugehörigen Karte „Erneut anmelden“.</translation>
    </message>
    <message>
        <source>The sign-in reaches no organisation</source>
        <translation>Die Anmeldung reicht zu keiner Organisation</translation>
    </message>
    <message>
        <source>Sign in as somebody who may use an organisation.</source>
        <translation>Melden Sie sich als jemand an, der eine Organisation nutzen darf.</translation>
    </message>
    <message>
        <source>This system is not known</source>
        <translation>Dieses System ist nicht bekannt</translation>
    </message>
    <message>
        <source>Choose one of the systems of the list.</source>
        <translation>Wählen Sie eines der Systeme aus der Liste.</translation>
    </message>
    <message>
        <source>The sign-in is no longer open</source>
        <translation>Die Anmeldung ist nicht mehr offen</translation>
    </message>
    <message>
        <source>It was finished or cancelled before.</source>
        <translation>Sie wurde bereits abgeschlossen oder abgebrochen.</translation>
    </message>
    <message>
        <source>This is not a practice connection</source>
        <translation>Das ist keine Verbindung zur Übungsfirma</translation>
    </message>
    <message>
        <source>Use the window to sign in.</source>
        <translation>Melden Sie sich über das Programmfenster an.</translation>
    </message>
    <message>
        <source>The connection no longer exists</source>
        <translation>Die Verbindung gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Add it again on the Connections screen.</source>
        <translation>Fügen Sie sie unter „Verbindungen“ wieder hinzu.</translation>
    </message>
    <message>
        <source>The record is too large for the system</source>
        <translation>Der Datensatz ist zu groß für das System</translation>
    </message>
    <message>
        <source>Split the source record, then press Retry.</source>
        <translation>Teilen Sie den Quelldatensatz auf und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Several organisations are reached: one must be chosen</source>
        <translation>Mehrere Organisationen sind erreichbar: eine muss gewählt werden</translation>
    </message>
    <message>
        <source>Connect again and choose the organisation.</source>
        <translation>Verbinden Sie erneut und wählen Sie die Organisation.</translation>
    </message>
    <message>
        <source>The place where the last run stopped cannot be read</source>
        <translation>Die Stelle, an der der letzte Lauf aufhörte, kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The sign-in no longer reaches this organisation</source>
        <translation>Die Anmeldung reicht nicht mehr zu dieser Organisation</translation>
    </message>
    <message>
        <source>Somebody disconnected Tieout there, or the organisation was closed.</source>
        <translation>Jemand hat Tieout dort getrennt, oder die Organisation wurde geschlossen.</translation>
    </message>
    <message>
        <source>Sign in again and choose the organisation.</source>
        <translation>Melden Sie sich erneut an und wählen Sie die Organisation.</translation>
    </message>
    <message>
        <source>Too many fields are read at once</source>
        <translation>Es werden zu viele Felder auf einmal gelesen</translation>
    </message>
    <message>
        <source>Map fewer fields on the Map step.</source>
        <translation>Ordnen Sie im Schritt „Zuordnen“ weniger Felder zu.</translation>
    </message>
    <message>
        <source>The system did not answer for every record</source>
        <translation>Das System hat nicht für jeden Datensatz geantwortet</translation>
    </message>
    <message>
        <source>A setting of the connection is missing: %1</source>
        <translation>Eine Einstellung der Verbindung fehlt: %1</translation>
    </message>
    <message>
        <source>Sign in again and fill it in.</source>
        <translation>Melden Sie sich erneut an und füllen Sie sie aus.</translation>
    </message>
    <message>
        <source>The system has no field “%1”</source>
        <translation>Das System hat kein Feld „%1“</translation>
    </message>
    <message>
        <source>It was renamed or removed, or the person who signed in may not see it.</source>
        <translation>Es wurde umbenannt oder entfernt, oder die angemeldete Person darf es nicht sehen.</translation>
    </message>
    <message>
        <source>Choose another template, or ask for the right to see it.</source>
        <translation>Wählen Sie eine andere Vorlage, oder bitten Sie um das Recht, es zu sehen.</translation>
    </message>
    <message>
        <source>The description of a system is missing in this program</source>
        <translation>Die Beschreibung eines Systems fehlt in diesem Programm</translation>
    </message>
    <message>
        <source>Install Tieout again.</source>
        <translation>Installieren Sie Tieout neu.</translation>
    </message>
    <message>
        <source>The description of a system has mistakes: %1</source>
        <translation>Die Beschreibung eines Systems enthält Fehler: %1</translation>
    </message>
    <message>
        <source>Correct the file in your connectors folder, or remove it.</source>
        <translation>Berichtigen Sie die Datei in Ihrem Ordner für Anbindungen, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>A part of a record was looked for in the wrong place</source>
        <translation>Ein Teil eines Datensatzes wurde an der falschen Stelle gesucht</translation>
    </message>
    <message>
        <source>The kept description of a system is of another version</source>
        <translation>Die aufbewahrte Beschreibung eines Systems hat eine andere Version</translation>
    </message>
    <message>
        <source>Connect %1 first</source>
        <translation>Verbinden Sie zuerst %1</translation>
    </message>
    <message>
        <source>This sync needs a connection that does not exist yet.</source>
        <translation>Dieser Abgleich braucht eine Verbindung, die es noch nicht gibt.</translation>
    </message>
    <message>
        <source>Add the connection, then come back.</source>
        <translation>Fügen Sie die Verbindung hinzu und kommen Sie dann zurück.</translation>
    </message>
    <message>
        <source>Several connections fit: choose one</source>
        <translation>Mehrere Verbindungen passen: bitte eine wählen</translation>
    </message>
    <message>
        <source>Choose the connection on the template&apos;s card.</source>
        <translation>Wählen Sie die Verbindung auf der Karte der Vorlage.</translation>
    </message>
    <message>
        <source>This sync exists already</source>
        <translation>Diesen Abgleich gibt es bereits</translation>
    </message>
    <message>
        <source>Open it on the Syncs screen.</source>
        <translation>Öffnen Sie ihn unter „Abgleiche“.</translation>
    </message>
    <message>
        <source>There is no such template</source>
        <translation>Eine solche Vorlage gibt es nicht</translation>
    </message>
    <message>
        <source>Choose one from the gallery.</source>
        <translation>Wählen Sie eine aus der Galerie.</translation>
    </message>
    <message>
        <source>The sync no longer exists</source>
        <translation>Den Abgleich gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Choose another on the Syncs screen.</source>
        <translation>Wählen Sie unter „Abgleiche“ einen anderen.</translation>
    </message>
    <message>
        <source>The sync cannot be read</source>
        <translation>Der Abgleich kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Its stored form is damaged.</source>
        <translation>Die gespeicherte Form ist beschädigt.</translation>
    </message>
    <message>
        <source>Restore it from its template or from a backup.</source>
        <translation>Stellen Sie ihn aus seiner Vorlage oder aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>This sync is running already</source>
        <translation>Dieser Abgleich läuft bereits</translation>
    </message>
    <message>
        <source>Wait until it has ended, or stop it.</source>
        <translation>Warten Sie, bis er zu Ende ist, oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>The run stopped at its ceiling</source>
        <translation>Der Lauf hielt an seiner Obergrenze an</translation>
    </message>
    <message>
        <source>It would have written more than the rules of this sync allow at once.</source>
        <translation>Er hätte mehr geschrieben, als die Regeln dieses Abgleichs auf einmal erlauben.</translation>
    </message>
    <message>
        <source>Look at the preview. If it is right, raise the ceiling on the Rules step and run again.</source>
        <translation>Sehen Sie sich die Vorschau an. Stimmt sie, erhöhen Sie im Schritt „Regeln“ die Obergrenze und starten Sie den Lauf erneut.</translation>
    </message>
    <message>
        <source>The program ended in the middle of this run</source>
        <translation>Das Programm endete mitten in diesem Lauf</translation>
    </message>
    <message>
        <source>It was closed by force, or the machine went off. What had been sent is looked up before anything is sent again.</source>
        <translation>Es wurde gewaltsam beendet, oder der Rechner ging aus. Bevor noch einmal etwas gesendet wird, wird geprüft, was angekommen ist.</translation>
    </message>
    <message>
        <source>Nothing to do: the next run goes on from there.</source>
        <translation>Nichts zu tun: Der nächste Lauf macht dort weiter.</translation>
    </message>
    <message>
        <source>Look at the preview first</source>
        <translation>Sehen Sie sich zuerst die Vorschau an</translation>
    </message>
    <message>
        <source>The mapping is new or was changed; its first run is a preview.</source>
        <translation>Die Zuordnung ist neu oder wurde geändert; ihr erster Lauf ist eine Vorschau.</translation>
    </message>
    <message>
        <source>Open the preview; then write.</source>
        <translation>Öffnen Sie die Vorschau; schreiben Sie erst dann.</translation>
    </message>
    <message>
        <source>The connection is read-only</source>
        <translation>Die Verbindung darf nur lesen</translation>
    </message>
    <message>
        <source>New connections cannot write until somebody allows it.</source>
        <translation>Neue Verbindungen können erst schreiben, wenn es jemand erlaubt.</translation>
    </message>
    <message>
        <source>Allow writing on the connection&apos;s card, or from the sync&apos;s page.</source>
        <translation>Erlauben Sie das Schreiben auf der Karte der Verbindung oder auf der Seite des Abgleichs.</translation>
    </message>
    <message>
        <source>A kept run cannot be read</source>
        <translation>Ein aufbewahrter Lauf kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The run is not in this workspace</source>
        <translation>Der Lauf ist nicht in diesem Arbeitsbereich</translation>
    </message>
    <message>
        <source>Choose another on the Runs screen.</source>
        <translation>Wählen Sie unter „Läufe“ einen anderen.</translation>
    </message>
    <message>
        <source>The problem is not in this workspace any more</source>
        <translation>Das Problem ist nicht mehr in diesem Arbeitsbereich</translation>
    </message>
    <message>
        <source>It was solved or removed meanwhile.</source>
        <translation>Es wurde inzwischen gelöst oder entfernt.</translation>
    </message>
    <message>
        <source>The schedule cannot be read</source>
        <translation>Der Zeitplan kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Set it again on the Schedule step.</source>
        <translation>Legen Sie ihn im Schritt „Zeitplan“ neu fest.</translation>
    </message>
    <message>
        <source>The ceiling is not an amount</source>
        <translation>Die Obergrenze ist kein Betrag</translation>
    </message>
    <message>
        <source>Enter a number, or leave it empty for no ceiling.</source>
        <translation>Geben Sie eine Zahl ein; ein leeres Feld heißt: keine Obergrenze.</translation>
    </message>
    <message>
        <source>This sign-in needs a browser</source>
        <translation>Diese Anmeldung braucht einen Browser</translation>
    </message>
    <message>
        <source>The command was not understood</source>
        <translation>Der Befehl wurde nicht verstanden</translation>
    </message>
    <message>
        <source>Look at the command&apos;s help.</source>
        <translation>Sehen Sie in der Hilfe des Befehls nach.</translation>
    </message>
    <message>
        <source>A row has nothing to group it by</source>
        <translation>Eine Zeile hat nichts, wonach sie gruppiert werden kann</translation>
    </message>
    <message>
        <source>Rows become one document by what stands in %1, and in this row that is empty.</source>
        <translation>Zeilen werden nach dem Inhalt von %1 zu einem Beleg zusammengefasst, und in dieser Zeile ist das leer.</translation>
    </message>
    <message>
        <source>Fill it in at the source, then press Retry.</source>
        <translation>Tragen Sie es in der Quelle ein und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The row has nothing in %1</source>
        <translation>Die Zeile hat nichts in %1</translation>
    </message>
    <message>
        <source>The rows are not in order</source>
        <translation>Die Zeilen sind nicht sortiert</translation>
    </message>
    <message>
        <source>Rows of “%1” come back after those of another document. They would become two documents.</source>
        <translation>Nach den Zeilen eines anderen Belegs kommen noch einmal Zeilen von „%1“. Daraus würden zwei Belege.</translation>
    </message>
    <message>
        <source>Sort the source by these fields, or let the sync read it in any order.</source>
        <translation>Sortieren Sie die Quelle nach diesen Feldern, oder lassen Sie den Abgleich sie in beliebiger Reihenfolge lesen.</translation>
    </message>
    <message>
        <source>Two documents have the same name “%1”</source>
        <translation>Zwei Belege haben denselben Namen „%1“</translation>
    </message>
    <message>
        <source>The sync recognises its records by %2, and rows of different documents share it.</source>
        <translation>Der Abgleich erkennt seine Datensätze an %2, und Zeilen verschiedener Belege haben dort denselben Wert.</translation>
    </message>
    <message>
        <source>Group the rows by that field alone, or recognise the records by another.</source>
        <translation>Gruppieren Sie die Zeilen nur nach diesem Feld, oder lassen Sie die Datensätze an einem anderen erkennen.</translation>
    </message>
    <message>
        <source>The sync cannot recognise its documents</source>
        <translation>Der Abgleich kann seine Belege nicht erkennen</translation>
    </message>
    <message>
        <source>It recognises them by %1, and the rows are not grouped by it.</source>
        <translation>Er erkennt sie an %1, aber die Zeilen sind nicht danach gruppiert.</translation>
    </message>
    <message>
        <source>Add the field to those that group the rows, on the Map step.</source>
        <translation>Nehmen Sie das Feld im Schritt „Zuordnen“ unter die auf, nach denen die Zeilen gruppiert werden.</translation>
    </message>
    <message>
        <source>The source holds more than %1 documents in one read</source>
        <translation>Die Quelle enthält mehr als %1 Belege in einem Lesevorgang</translation>
    </message>
    <message>
        <source>Read it in parts: choose a shorter period, or split the file.</source>
        <translation>Lesen Sie sie in Teilen: Wählen Sie einen kürzeren Zeitraum, oder teilen Sie die Datei.</translation>
    </message>
    <message>
        <source>More than %1 rows would have to be held at once</source>
        <translation>Mehr als %1 Zeilen müssten gleichzeitig bereitgehalten werden</translation>
    </message>
    <message>
        <source>Rows in any order become documents only when all have been read.</source>
        <translation>Zeilen in beliebiger Reihenfolge werden erst zu Belegen, wenn alle gelesen sind.</translation>
    </message>
    <message>
        <source>Sort the source by the fields that group the rows, or split the file.</source>
        <translation>Sortieren Sie die Quelle nach den Feldern, nach denen die Zeilen gruppiert werden, oder teilen Sie die Datei.</translation>
    </message>
    <message>
        <source>These syncs wait for each other: %1</source>
        <translation>Diese Abgleiche warten aufeinander: %1</translation>
    </message>
    <message>
        <source>The formula for “%2” asks for a record that can only be made after this one.</source>
        <translation>Die Formel für „%2“ verlangt einen Datensatz, der erst nach diesem hier angelegt werden kann.</translation>
    </message>
    <message>
        <source>Take LINKED out of one of the formulas on the Map step.</source>
        <translation>Nehmen Sie im Schritt „Zuordnen“ LINKED aus einer der Formeln heraus.</translation>
    </message>
    <message>
        <source>The lookup table “%1” holds keys twice: %2</source>
        <translation>Die Nachschlagetabelle „%1“ enthält Schlüssel doppelt: %2</translation>
    </message>
    <message>
        <source>Only the first row of a key counts.</source>
        <translation>Nur die erste Zeile eines Schlüssels zählt.</translation>
    </message>
    <message>
        <source>Remove the other rows from the lookup table.</source>
        <translation>Entfernen Sie die übrigen Zeilen aus der Nachschlagetabelle.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read</source>
        <translation>Die Datei %1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%2</source>
        <translation>%2</translation>
    </message>
    <message>
        <source>Correct the file at that place, then try again.</source>
        <translation>Berichtigen Sie die Datei an dieser Stelle und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The mapping was made by a newer Tieout</source>
        <translation>Die Zuordnung stammt von einem neueren Tieout</translation>
    </message>
    <message>
        <source>Its format is %1, and this program knows %2. Nothing in it was changed.</source>
        <translation>Ihr Format ist %1, und dieses Programm kennt %2. Darin wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Update Tieout on this machine, then open the sync again.</source>
        <translation>Aktualisieren Sie Tieout auf diesem Rechner und öffnen Sie den Abgleich dann erneut.</translation>
    </message>
    <message>
        <source>The clipboard holds no rules</source>
        <translation>Die Zwischenablage enthält keine Regeln</translation>
    </message>
    <message>
        <source>Only rules copied from a mapping can be put in here.</source>
        <translation>Hier lassen sich nur Regeln einfügen, die aus einer Zuordnung kopiert wurden.</translation>
    </message>
    <message>
        <source>Select rules in a mapping, copy them, and paste again.</source>
        <translation>Markieren Sie Regeln in einer Zuordnung, kopieren Sie sie und fügen Sie sie dann ein.</translation>
    </message>
    <message>
        <source>The other system has no field “%1” any more</source>
        <translation>Das andere System hat kein Feld „%1“ mehr</translation>
    </message>
    <message>
        <source>The mapping fills it. Nothing was written, so that no value is lost on the way.</source>
        <translation>Die Zuordnung füllt es. Es wurde nichts geschrieben, damit kein Wert unterwegs verloren geht.</translation>
    </message>
    <message>
        <source>Take its rule to another field on the Map step, or remove it.</source>
        <translation>Hängen Sie seine Regel im Schritt „Zuordnen“ an ein anderes Feld, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>The fields in %1 cannot be read</source>
        <translation>Die Felder in %1 können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Give a file made with “tieoutctl --json fields”.</source>
        <translation>Geben Sie eine Datei an, die mit „tieoutctl --json fields“ erstellt wurde.</translation>
    </message>
    <message>
        <source>A line of the input is not a record</source>
        <translation>Eine Zeile der Eingabe ist kein Datensatz</translation>
    </message>
    <message>
        <source>Correct the line, then run it again.</source>
        <translation>Berichtigen Sie die Zeile und führen Sie den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>The other system does not accept the record without it.</source>
        <translation>Das andere System nimmt den Datensatz ohne diese Angabe nicht an.</translation>
    </message>
    <message>
        <source>Fill it in the source record, or give the field a value on the Map step.</source>
        <translation>Ergänzen Sie den Wert im Quelldatensatz, oder geben Sie dem Feld im Schritt „Zuordnen“ einen Wert.</translation>
    </message>
    <message>
        <source>A text is too long</source>
        <translation>Ein Text ist zu lang</translation>
    </message>
    <message>
        <source>“%1” allows %2 characters; the record has %3. Tieout does not cut text by itself.</source>
        <translation>„%1“ erlaubt %2 Zeichen; der Datensatz hat %3. Tieout kürzt Text nicht von sich aus.</translation>
    </message>
    <message>
        <source>Shorten the text in the source record, or use LEFT on the Map step.</source>
        <translation>Kürzen Sie den Text im Quelldatensatz, oder verwenden Sie LEFT im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>“%1” is too long</source>
        <translation>„%1“ ist zu lang</translation>
    </message>
    <message>
        <source>Too many digits after the point</source>
        <translation>Zu viele Nachkommastellen</translation>
    </message>
    <message>
        <source>The field keeps %2 digits; rounding changes amounts, so nothing was rounded.</source>
        <translation>Das Feld behält %2 Stellen; Runden verändert Beträge, daher wurde nichts gerundet.</translation>
    </message>
    <message>
        <source>Correct the figure, or use ROUND on the Map step.</source>
        <translation>Berichtigen Sie die Zahl, oder verwenden Sie ROUND im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>“%1” has too many digits after the point</source>
        <translation>„%1“ hat zu viele Nachkommastellen</translation>
    </message>
    <message>
        <source>“%2” is not a choice of “%1”</source>
        <translation>„%2“ steht bei „%1“ nicht zur Auswahl</translation>
    </message>
    <message>
        <source>The field takes only values of its own list.</source>
        <translation>Das Feld nimmt nur Werte aus seiner eigenen Liste an.</translation>
    </message>
    <message>
        <source>Correct the record, or translate the value with a lookup table.</source>
        <translation>Berichtigen Sie den Datensatz, oder übersetzen Sie den Wert mit einer Nachschlagetabelle.</translation>
    </message>
    <message>
        <source>Currency %1 is not switched on</source>
        <translation>Die Währung %1 ist nicht eingeschaltet</translation>
    </message>
    <message>
        <source>The organisation does not use this currency yet.</source>
        <translation>Die Organisation verwendet diese Währung noch nicht.</translation>
    </message>
    <message>
        <source>Add the currency in the ledger&apos;s settings, then press Retry.</source>
        <translation>Fügen Sie die Währung in den Einstellungen der Buchhaltung hinzu und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Tax rate “%1” does not exist</source>
        <translation>Den Steuersatz „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>The organisation has no tax rate of this name, or it is archived.</source>
        <translation>Die Organisation hat keinen Steuersatz dieses Namens, oder er ist archiviert.</translation>
    </message>
    <message>
        <source>Correct the lookup table, or add the tax rate in the ledger, then press Retry.</source>
        <translation>Berichtigen Sie die Nachschlagetabelle, oder fügen Sie den Steuersatz in der Buchhaltung hinzu und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Tax rate “%1” is not allowed on account %2</source>
        <translation>Der Steuersatz „%1“ ist auf Konto %2 nicht erlaubt</translation>
    </message>
    <message>
        <source>Each account accepts only some tax rates.</source>
        <translation>Jedes Konto nimmt nur bestimmte Steuersätze an.</translation>
    </message>
    <message>
        <source>Choose another tax rate in the lookup table, or allow it on the account, then press Retry.</source>
        <translation>Wählen Sie in der Nachschlagetabelle einen anderen Steuersatz, oder erlauben Sie ihn auf dem Konto, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Account %1 does not exist</source>
        <translation>Das Konto %1 gibt es nicht</translation>
    </message>
    <message>
        <source>The chart of accounts has no account of this code.</source>
        <translation>Der Kontenplan hat kein Konto mit dieser Nummer.</translation>
    </message>
    <message>
        <source>Correct the account on the Map step or in the lookup table, or add it in the ledger.</source>
        <translation>Berichtigen Sie das Konto im Schritt „Zuordnen“ oder in der Nachschlagetabelle, oder legen Sie es in der Buchhaltung an.</translation>
    </message>
    <message>
        <source>Account %1 is archived</source>
        <translation>Das Konto %1 ist archiviert</translation>
    </message>
    <message>
        <source>Archived accounts take no entries.</source>
        <translation>Archivierte Konten nehmen keine Buchungen an.</translation>
    </message>
    <message>
        <source>Choose another account, or restore it in the ledger, then press Retry.</source>
        <translation>Wählen Sie ein anderes Konto, oder stellen Sie dieses in der Buchhaltung wieder her, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The date is in a closed period</source>
        <translation>Das Datum liegt in einem abgeschlossenen Zeitraum</translation>
    </message>
    <message>
        <source>The books are closed up to %2.</source>
        <translation>Die Bücher sind bis zum %2 abgeschlossen.</translation>
    </message>
    <message>
        <source>Move the date, or ask whoever closed the period, then press Retry.</source>
        <translation>Ändern Sie das Datum, oder wenden Sie sich an die Person, die den Zeitraum abgeschlossen hat, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Date %1 is in a closed period</source>
        <translation>Das Datum %1 liegt in einem abgeschlossenen Zeitraum</translation>
    </message>
    <message>
        <source>The total is below zero</source>
        <translation>Die Summe liegt unter null</translation>
    </message>
    <message>
        <source>An invoice cannot be negative; a refund is a credit note.</source>
        <translation>Eine Rechnung kann nicht negativ sein; eine Erstattung ist eine Gutschrift.</translation>
    </message>
    <message>
        <source>Look at the lines of the source record, then press Retry.</source>
        <translation>Sehen Sie sich die Positionen des Quelldatensatzes an und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The document&apos;s total is below zero (%1)</source>
        <translation>Die Summe des Belegs liegt unter null (%1)</translation>
    </message>
    <message>
        <source>The total cannot be computed without it.</source>
        <translation>Ohne ihn lässt sich die Summe nicht berechnen.</translation>
    </message>
    <message>
        <source>Several records could be the same</source>
        <translation>Mehrere Datensätze könnten derselbe sein</translation>
    </message>
    <message>
        <source>%2 records of the other system fit equally well: %1. A guess could write to the wrong one.</source>
        <translation>%2 Datensätze des anderen Systems passen gleich gut: %1. Wer rät, schreibt womöglich in den falschen.</translation>
    </message>
    <message>
        <source>Say which one it is, or have a new one made. Or correct the data: if they are duplicates, merge them or archive the spare ones in the other system, then press Retry. If they are different, change what they share there, so that only one fits.</source>
        <translation>Geben Sie an, welcher es ist, oder lassen Sie einen neuen anlegen. Oder berichtigen Sie die Daten: Sind es Dubletten, führen Sie sie im anderen System zusammen oder archivieren Sie dort die überzähligen, und wählen Sie dann „Erneut versuchen“. Sind es verschiedene, ändern Sie dort, was sie gemeinsam haben, sodass nur einer passt.</translation>
    </message>
    <message>
        <source>Several records could be the same: %1</source>
        <translation>Mehrere Datensätze könnten derselbe sein: %1</translation>
    </message>
    <message>
        <source>Several contacts could be this customer</source>
        <translation>Mehrere Kontakte könnten dieser Kunde sein</translation>
    </message>
    <message>
        <source>%2 contacts in the other system fit equally well: %1. A guess could bill the wrong customer.</source>
        <translation>%2 Kontakte im anderen System passen gleich gut: %1. Wer rät, stellt die Rechnung womöglich dem falschen Kunden.</translation>
    </message>
    <message>
        <source>Say which one it is, or have a new one made. Or correct the data: if they are the same customer, merge them in the other system, then press Retry. If they are different, leave the customer&apos;s e-mail address on the right one only.</source>
        <translation>Geben Sie an, welcher es ist, oder lassen Sie einen neuen anlegen. Oder berichtigen Sie die Daten: Sind sie derselbe Kunde, führen Sie sie im anderen System zusammen und wählen Sie dann „Erneut versuchen“. Sind sie verschieden, lassen Sie die E-Mail-Adresse des Kunden nur beim richtigen stehen.</translation>
    </message>
    <message>
        <source>Several contacts could be this customer: %1</source>
        <translation>Mehrere Kontakte könnten dieser Kunde sein: %1</translation>
    </message>
    <message>
        <source>A similar record exists</source>
        <translation>Es gibt einen ähnlichen Datensatz</translation>
    </message>
    <message>
        <source>“%1” in the other system looks alike, but nothing else shows that it is the same one.</source>
        <translation>„%1“ im anderen System sieht ähnlich aus, aber sonst weist nichts darauf hin, dass es derselbe ist.</translation>
    </message>
    <message>
        <source>Say that it is this one, or have a new one made. Or correct the data: if it is the same one, make a field agree that the Match step of this sync calls sure, then press Retry. If it is another one, change one of the names.</source>
        <translation>Geben Sie an, dass es dieser ist, oder lassen Sie einen neuen anlegen. Oder berichtigen Sie die Daten: Ist es derselbe, gleichen Sie ein Feld an, das der Schritt „Erkennen“ dieses Abgleichs als sicher bezeichnet, und wählen Sie dann „Erneut versuchen“. Ist es ein anderer, ändern Sie einen der Namen.</translation>
    </message>
    <message>
        <source>A similar record exists: %1</source>
        <translation>Es gibt einen ähnlichen Datensatz: %1</translation>
    </message>
    <message>
        <source>A contact has the same name</source>
        <translation>Ein Kontakt hat denselben Namen</translation>
    </message>
    <message>
        <source>The contact “%1” in the other system has the same name, but nothing else shows that it is the same customer.</source>
        <translation>Der Kontakt „%1“ im anderen System hat denselben Namen, aber sonst weist nichts darauf hin, dass es derselbe Kunde ist.</translation>
    </message>
    <message>
        <source>Say that it is this one, or have a new one made. Or correct the data: if it is the same customer, give both the same e-mail address or the same postal code, then press Retry. If it is another one, change one of the names.</source>
        <translation>Sagen Sie, ob es dieser oder ein neuer ist. Oder berichtigen Sie die Daten: Ist es derselbe Kunde, geben Sie beiden dieselbe E-Mail-Adresse oder Postleitzahl und wählen „Erneut versuchen“; sonst ändern Sie einen der Namen.</translation>
    </message>
    <message>
        <source>A contact has the same name: %1</source>
        <translation>Ein Kontakt hat denselben Namen: %1</translation>
    </message>
    <message>
        <source>Two source records want the same record</source>
        <translation>Zwei Quelldatensätze wollen denselben Datensatz</translation>
    </message>
    <message>
        <source>“%1” in the other system already belongs to the source record %2, and one record cannot stand for two.</source>
        <translation>„%1“ im anderen System gehört bereits zum Quelldatensatz %2, und ein Datensatz kann nicht für zwei stehen.</translation>
    </message>
    <message>
        <source>Have a new one made. Or correct the data: if the two source records are the same, merge or remove one of them, then press Retry. If they are different, change what they share (number, name or e-mail address) in one of them.</source>
        <translation>Lassen Sie einen neuen anlegen. Oder berichtigen Sie die Daten: Sind die beiden Quelldatensätze derselbe, führen Sie sie zusammen oder entfernen Sie einen davon, und wählen Sie dann „Erneut versuchen“. Sind sie verschieden, ändern Sie bei einem davon, was sie gemeinsam haben (Nummer, Name oder E-Mail-Adresse).</translation>
    </message>
    <message>
        <source>“%1” already belongs to another record (%2)</source>
        <translation>„%1“ gehört bereits zu einem anderen Datensatz (%2)</translation>
    </message>
    <message>
        <source>Two customers want the same contact</source>
        <translation>Zwei Kunden wollen denselben Kontakt</translation>
    </message>
    <message>
        <source>The contact “%1” already belongs to the customer %2 of the source. It serves both only if you say so.</source>
        <translation>Der Kontakt „%1“ gehört bereits zum Kunden %2 der Quelle. Für beide steht er nur, wenn Sie es so angeben.</translation>
    </message>
    <message>
        <source>Say that it is this one, or have a new one made. Or correct the data: if both are the same customer, merge them in the source, then press Retry. If they are different, give one of them another e-mail address, name or postal code.</source>
        <translation>Geben Sie an, dass es dieser ist, oder lassen Sie einen neuen anlegen. Oder berichtigen Sie die Daten: Sind beide derselbe Kunde, führen Sie sie in der Quelle zusammen und wählen Sie dann „Erneut versuchen“. Sind sie verschieden, geben Sie einem davon eine andere E-Mail-Adresse, Postleitzahl oder einen anderen Namen.</translation>
    </message>
    <message>
        <source>The contact “%1” already belongs to another customer (%2)</source>
        <translation>Der Kontakt „%1“ gehört bereits zu einem anderen Kunden (%2)</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>Somebody changed it in the other system since the last write. It was not overwritten.</source>
        <translation>Seit dem letzten Schreiben hat jemand den Datensatz im anderen System geändert. Er wurde nicht überschrieben.</translation>
    </message>
    <message>
        <source>Compare both records, make them agree, then press Retry.</source>
        <translation>Vergleichen Sie beide Datensätze, machen Sie sie gleich und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>%1 was changed on both sides</source>
        <translation>%1 wurde auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>Gone in the other system</source>
        <translation>Im anderen System nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>It was deleted or voided there after Tieout had written it.</source>
        <translation>Der Datensatz wurde dort gelöscht oder storniert, nachdem Tieout ihn geschrieben hatte.</translation>
    </message>
    <message>
        <source>Restore it there, or skip this record with a reason.</source>
        <translation>Stellen Sie ihn dort wieder her, oder überspringen Sie diesen Datensatz mit einer Begründung.</translation>
    </message>
    <message>
        <source>%1 no longer exists in the other system</source>
        <translation>%1 gibt es im anderen System nicht mehr</translation>
    </message>
    <message>
        <source>Can no longer be changed</source>
        <translation>Kann nicht mehr geändert werden</translation>
    </message>
    <message>
        <source>Paid, voided or locked documents stay as they are.</source>
        <translation>Bezahlte, stornierte oder gesperrte Belege bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Undo the payment there or write a credit note by hand, then skip this record with a reason.</source>
        <translation>Machen Sie dort die Zahlung rückgängig, oder schreiben Sie von Hand eine Gutschrift, und überspringen Sie dann diesen Datensatz mit einer Begründung.</translation>
    </message>
    <message>
        <source>%1 can no longer be changed (%2)</source>
        <translation>%1 kann nicht mehr geändert werden (%2)</translation>
    </message>
    <message>
        <source>Saved, with a remark</source>
        <translation>Gespeichert, mit einem Hinweis</translation>
    </message>
    <message>
        <source>The record was written; the other system only remarks on it.</source>
        <translation>Der Datensatz wurde geschrieben; das andere System gibt nur einen Hinweis dazu.</translation>
    </message>
    <message>
        <source>Look at the remark.</source>
        <translation>Sehen Sie sich den Hinweis an.</translation>
    </message>
    <message>
        <source>Use ROUND on the Map step.</source>
        <translation>Verwenden Sie ROUND im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>“%1” may stay empty</source>
        <translation>„%1“ kann leer bleiben</translation>
    </message>
    <message>
        <source>The formula can give nothing for some records.</source>
        <translation>Bei manchen Datensätzen kann die Formel nichts ergeben.</translation>
    </message>
    <message>
        <source>The formula of “%1” may fail for some records</source>
        <translation>Die Formel für „%1“ kann bei manchen Datensätzen scheitern</translation>
    </message>
    <message>
        <source>Open the Map step and look at the formula.</source>
        <translation>Öffnen Sie den Schritt „Zuordnen“ und sehen Sie sich die Formel an.</translation>
    </message>
    <message>
        <source>“%1” is not a choice of the field</source>
        <translation>„%1“ steht bei diesem Feld nicht zur Auswahl</translation>
    </message>
    <message>
        <source>Choose a value of the list on the Map step.</source>
        <translation>Wählen Sie im Schritt „Zuordnen“ einen Wert aus der Liste.</translation>
    </message>
    <message>
        <source>The other system fills this field itself.</source>
        <translation>Das andere System füllt dieses Feld selbst.</translation>
    </message>
    <message>
        <source>Take it out on the Map step.</source>
        <translation>Nehmen Sie es im Schritt „Zuordnen“ heraus.</translation>
    </message>
    <message>
        <source>“%1” must be mapped</source>
        <translation>„%1“ muss zugeordnet werden</translation>
    </message>
    <message>
        <source>The other system does not accept a record without it.</source>
        <translation>Ohne diese Angabe nimmt das andere System keinen Datensatz an.</translation>
    </message>
    <message>
        <source>Map it on the Map step.</source>
        <translation>Ordnen Sie es im Schritt „Zuordnen“ zu.</translation>
    </message>
    <message>
        <source>The other system has no field “%1”</source>
        <translation>Das andere System hat kein Feld „%1“</translation>
    </message>
    <message>
        <source>It was renamed or removed there.</source>
        <translation>Es wurde dort umbenannt oder entfernt.</translation>
    </message>
    <message>
        <source>No row for “%2” in “%1”</source>
        <translation>Keine Zeile für „%2“ in „%1“</translation>
    </message>
    <message>
        <source>“%2” has no row in the lookup table “%1”, and this sync holds records rather than guess.</source>
        <translation>„%2“ hat keine Zeile in der Nachschlagetabelle „%1“, und dieser Abgleich hält Datensätze lieber zurück, als zu raten.</translation>
    </message>
    <message>
        <source>Add the row once; every record held for it is planned again.</source>
        <translation>Fügen Sie die Zeile einmal hinzu; alle deswegen zurückgehaltenen Datensätze werden neu geplant.</translation>
    </message>
    <message>
        <source>The lookup table “%1” is missing</source>
        <translation>Die Nachschlagetabelle „%1“ fehlt</translation>
    </message>
    <message>
        <source>A formula of the mapping uses it.</source>
        <translation>Eine Formel der Zuordnung verwendet sie.</translation>
    </message>
    <message>
        <source>Add the table on the Lookups screen, or change the formula.</source>
        <translation>Legen Sie die Tabelle unter „Nachschlagetabellen“ an, oder ändern Sie die Formel.</translation>
    </message>
    <message>
        <source>The lookup table “%1” has no column “%2”</source>
        <translation>Die Nachschlagetabelle „%1“ hat keine Spalte „%2“</translation>
    </message>
    <message>
        <source>Nothing to look up in “%1”</source>
        <translation>Nichts zum Nachschlagen in „%1“</translation>
    </message>
    <message>
        <source>The field that is looked up is empty in this record.</source>
        <translation>Das Feld, das nachgeschlagen wird, ist in diesem Datensatz leer.</translation>
    </message>
    <message>
        <source>A lookup table cannot be read</source>
        <translation>Eine Nachschlagetabelle kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Save the table again on the Lookups screen.</source>
        <translation>Speichern Sie die Tabelle unter „Nachschlagetabellen“ noch einmal.</translation>
    </message>
    <message>
        <source>A record that belongs to it is not written yet</source>
        <translation>Ein zugehöriger Datensatz ist noch nicht geschrieben</translation>
    </message>
    <message>
        <source>For example the contact of an invoice. It was held or failed itself.</source>
        <translation>Zum Beispiel der Kontakt einer Rechnung. Er wurde selbst zurückgehalten oder ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Solve that problem first; this record follows by itself.</source>
        <translation>Lösen Sie zuerst jenes Problem; dieser Datensatz folgt von selbst.</translation>
    </message>
    <message>
        <source>The record that belongs to it is not named</source>
        <translation>Der zugehörige Datensatz ist nicht angegeben</translation>
    </message>
    <message>
        <source>For example a deal without an account, so there is no contact.</source>
        <translation>Zum Beispiel ein Deal ohne Account, also ohne Kontakt.</translation>
    </message>
    <message>
        <source>The organisation does not tell “%1”</source>
        <translation>Die Organisation gibt „%1“ nicht an</translation>
    </message>
    <message>
        <source>A formula asks for a setting that is not there.</source>
        <translation>Eine Formel fragt nach einer Einstellung, die es nicht gibt.</translation>
    </message>
    <message>
        <source>It no longer meets this sync&apos;s rule, but was written before</source>
        <translation>Erfüllt die Regel dieses Abgleichs nicht mehr, wurde aber schon geschrieben</translation>
    </message>
    <message>
        <source>For example a deal that is not won any more and already has an invoice. Nothing was changed.</source>
        <translation>Zum Beispiel ein Deal, der nicht mehr gewonnen ist und schon eine Rechnung hat. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Decide in the other system (void or keep), then skip this with a reason.</source>
        <translation>Entscheiden Sie im anderen System (stornieren oder behalten), und überspringen Sie dies dann mit einer Begründung.</translation>
    </message>
    <message>
        <source>The source record has no number of its own</source>
        <translation>Der Quelldatensatz hat keine eigene Nummer</translation>
    </message>
    <message>
        <source>Without it the record cannot be recognised again.</source>
        <translation>Ohne sie lässt sich der Datensatz nicht wiedererkennen.</translation>
    </message>
    <message>
        <source>Show the technical details to that system&apos;s support.</source>
        <translation>Zeigen Sie die technischen Details dem Support dieses Systems.</translation>
    </message>
    <message>
        <source>Deleted in the source, but written before</source>
        <translation>In der Quelle gelöscht, aber schon geschrieben</translation>
    </message>
    <message>
        <source>The record was deleted there after Tieout had written it. Nothing is deleted in the other system.</source>
        <translation>Der Datensatz wurde dort gelöscht, nachdem Tieout ihn geschrieben hatte. Im anderen System wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>If it was deleted on purpose, void or remove the %1 by hand, then skip this with a reason. If not, restore the record in the source: the next run takes it up again by itself.</source>
        <translation>Wurde er absichtlich gelöscht, stornieren oder entfernen Sie von Hand, was daraus entstand (%1), und überspringen Sie dies dann mit einer Begründung. Wenn nicht, stellen Sie den Datensatz in der Quelle wieder her: Der nächste Lauf nimmt ihn von selbst wieder auf.</translation>
    </message>
    <message>
        <source>It was deleted in the source; the %1 %2 is still there</source>
        <translation>In der Quelle gelöscht, im anderen System noch vorhanden: %1 %2</translation>
    </message>
    <message>
        <source>The source shows none of its records any more</source>
        <translation>Die Quelle zeigt keinen ihrer Datensätze mehr</translation>
    </message>
    <message>
        <source>That is more often a lost right or a filter than a deletion, so nothing was marked as deleted.</source>
        <translation>Das ist öfter ein verlorenes Recht oder ein Filter als eine Löschung; daher wurde nichts als gelöscht vermerkt.</translation>
    </message>
    <message>
        <source>Look whether the person who signed in may still see these records.</source>
        <translation>Prüfen Sie, ob die angemeldete Person diese Datensätze noch sehen darf.</translation>
    </message>
    <message>
        <source>Correct it on the Map step.</source>
        <translation>Berichtigen Sie sie im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>A value is empty that must not be</source>
        <translation>Ein Wert ist leer, der nicht leer sein darf</translation>
    </message>
    <message>
        <source>The mapping says to hold a record whose value is empty.</source>
        <translation>Laut Zuordnung wird ein Datensatz zurückgehalten, dessen Wert leer ist.</translation>
    </message>
    <message>
        <source>“%1” is empty and must not be</source>
        <translation>„%1“ ist leer und darf es nicht sein</translation>
    </message>
    <message>
        <source>The mapping cannot be read</source>
        <translation>Die Zuordnung kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>A mapping line names no field</source>
        <translation>Eine Zeile der Zuordnung nennt kein Feld</translation>
    </message>
    <message>
        <source>Correct the line on the Map step.</source>
        <translation>Berichtigen Sie die Zeile im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>A field is mapped twice</source>
        <translation>Ein Feld ist zweimal zugeordnet</translation>
    </message>
    <message>
        <source>Only one line may fill a field.</source>
        <translation>Nur eine Zeile darf ein Feld füllen.</translation>
    </message>
    <message>
        <source>Remove one of the lines on the Map step.</source>
        <translation>Entfernen Sie im Schritt „Zuordnen“ eine der Zeilen.</translation>
    </message>
    <message>
        <source>Lists in the mapping are nested too deep</source>
        <translation>Listen in der Zuordnung sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>Simplify the lines on the Map step.</source>
        <translation>Vereinfachen Sie die Zeilen im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>No formula fills this field</source>
        <translation>Keine Formel füllt dieses Feld</translation>
    </message>
    <message>
        <source>Map the field on the Map step.</source>
        <translation>Ordnen Sie das Feld im Schritt „Zuordnen“ zu.</translation>
    </message>
    <message>
        <source>A date cannot be read</source>
        <translation>Ein Datum kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The source gives a text that is not a date.</source>
        <translation>Die Quelle liefert einen Text, der kein Datum ist.</translation>
    </message>
    <message>
        <source>Correct the date in the source record, then press Retry.</source>
        <translation>Berichtigen Sie das Datum im Quelldatensatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A time cannot be read</source>
        <translation>Eine Zeitangabe kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The source gives a text that is not a date with a time.</source>
        <translation>Die Quelle liefert einen Text, der kein Datum mit Uhrzeit ist.</translation>
    </message>
    <message>
        <source>Correct it in the source record, then press Retry.</source>
        <translation>Berichtigen Sie die Angabe im Quelldatensatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>An amount cannot be read</source>
        <translation>Ein Betrag kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The source gives a text that is not a number.</source>
        <translation>Die Quelle liefert einen Text, der keine Zahl ist.</translation>
    </message>
    <message>
        <source>A number is too large</source>
        <translation>Eine Zahl ist zu groß</translation>
    </message>
    <message>
        <source>Correct the figure in the source record, then press Retry.</source>
        <translation>Berichtigen Sie die Zahl im Quelldatensatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Salesforce refused the record: %1</source>
        <translation>Salesforce hat den Datensatz abgelehnt: %1</translation>
    </message>
    <message>
        <source>Correct what Salesforce names in the source record or the mapping, then press Retry.</source>
        <translation>Berichtigen Sie im Quelldatensatz oder in der Zuordnung, was Salesforce nennt, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Salesforce lacks the field %1 that Tieout recognises records by</source>
        <translation>Salesforce fehlt das Feld %1, an dem Tieout Datensätze erkennt</translation>
    </message>
    <message>
        <source>Records are added only where Tieout can find them again, so that none is added twice.</source>
        <translation>Datensätze werden nur dort hinzugefügt, wo Tieout sie wiederfinden kann, damit keiner doppelt entsteht.</translation>
    </message>
    <message>
        <source>Ask whoever administers Salesforce to add it as a text field with External ID and Unique ticked, and to let the signed-in person see it; then press Retry.</source>
        <translation>Bitten Sie Ihre Salesforce-Administration, es als Textfeld mit angekreuztem „Externe ID“ (External ID) und „Eindeutig“ (Unique) hinzuzufügen und für die angemeldete Person sichtbar zu machen; wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The field that Tieout recognises records by is empty: %1</source>
        <translation>Das Feld, an dem Tieout Datensätze erkennt, ist leer: %1</translation>
    </message>
    <message>
        <source>Without it the same record could be added twice, so nothing was saved.</source>
        <translation>Ohne diese Angabe könnte derselbe Datensatz doppelt entstehen; daher wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Map something that never changes to this field, such as the number of the source record.</source>
        <translation>Ordnen Sie diesem Feld etwas zu, das sich nie ändert, etwa die Nummer des Quelldatensatzes.</translation>
    </message>
    <message>
        <source>Several Salesforce records have the same key</source>
        <translation>Mehrere Salesforce-Datensätze haben denselben Schlüssel</translation>
    </message>
    <message>
        <source>Tieout cannot tell which of them is meant, so none was changed.</source>
        <translation>Tieout kann nicht erkennen, welcher davon gemeint ist; daher wurde keiner geändert.</translation>
    </message>
    <message>
        <source>Merge them in Salesforce, or empty the key of those that are wrong, then press Retry.</source>
        <translation>Führen Sie sie in Salesforce zusammen, oder leeren Sie den Schlüssel der falschen, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Salesforce refused the whole load of records: %1</source>
        <translation>Salesforce hat die ganze Sendung von Datensätzen abgelehnt: %1</translation>
    </message>
    <message>
        <source>None of the records that were handed over together was saved.</source>
        <translation>Keiner der gemeinsam übergebenen Datensätze wurde gespeichert.</translation>
    </message>
    <message>
        <source>Correct what Salesforce names in the mapping, then press Retry.</source>
        <translation>Berichtigen Sie in der Zuordnung, was Salesforce nennt, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Salesforce did not understand what Tieout sent</source>
        <translation>Salesforce hat nicht verstanden, was Tieout gesendet hat</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>An automation in Salesforce refused the record: %1</source>
        <translation>Eine Automatisierung in Salesforce hat den Datensatz abgelehnt: %1</translation>
    </message>
    <message>
        <source>A flow or a program of your Salesforce runs when such a record is saved, and it stopped the save.</source>
        <translation>Beim Speichern eines solchen Datensatzes läuft in Ihrem Salesforce ein Flow oder ein Programm, und das hat das Speichern verhindert.</translation>
    </message>
    <message>
        <source>Show this message to whoever looks after Salesforce, then press Retry.</source>
        <translation>Zeigen Sie diese Meldung den Menschen, die Ihr Salesforce betreuen, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A rule of your Salesforce refused the record: %1</source>
        <translation>Eine Regel Ihres Salesforce hat den Datensatz abgelehnt: %1</translation>
    </message>
    <message>
        <source>Your organisation made this rule; the words are its own.</source>
        <translation>Ihre Organisation hat diese Regel erstellt; der Wortlaut stammt von ihr.</translation>
    </message>
    <message>
        <source>Correct the source record as the rule asks, then press Retry.</source>
        <translation>Berichtigen Sie den Quelldatensatz so, wie die Regel es verlangt, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A field that Salesforce demands is empty: %1</source>
        <translation>Ein Feld, das Salesforce verlangt, ist leer: %1</translation>
    </message>
    <message>
        <source>Fill it in the source record, or map something to it, then press Retry.</source>
        <translation>Füllen Sie es im Quelldatensatz aus, oder ordnen Sie ihm etwas zu, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A field cannot be changed in Salesforce: %1</source>
        <translation>Ein Feld kann in Salesforce nicht geändert werden: %1</translation>
    </message>
    <message>
        <source>Salesforce works it out itself, or the signed-in person may only read it.</source>
        <translation>Salesforce berechnet es selbst, oder die angemeldete Person darf es nur lesen.</translation>
    </message>
    <message>
        <source>Take the field out of the mapping, or ask for the right to change it.</source>
        <translation>Nehmen Sie das Feld aus der Zuordnung, oder bitten Sie um das Recht, es zu ändern.</translation>
    </message>
    <message>
        <source>A related record is not in Salesforce: %1</source>
        <translation>Ein verknüpfter Datensatz ist nicht in Salesforce: %1</translation>
    </message>
    <message>
        <source>The record points to a customer, product or person that Salesforce does not have.</source>
        <translation>Der Datensatz verweist auf einen Kunden, ein Produkt oder eine Person, die es in Salesforce nicht gibt.</translation>
    </message>
    <message>
        <source>Add the related record first or correct the mapping, then press Retry.</source>
        <translation>Fügen Sie zuerst den verknüpften Datensatz hinzu, oder berichtigen Sie die Zuordnung, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The signed-in person may not change this Salesforce record</source>
        <translation>Die angemeldete Person darf diesen Salesforce-Datensatz nicht ändern</translation>
    </message>
    <message>
        <source>The record, or one that it belongs to, is not shared with that person.</source>
        <translation>Der Datensatz oder einer, zu dem er gehört, ist für diese Person nicht freigegeben.</translation>
    </message>
    <message>
        <source>Ask whoever administers Salesforce to share it, then press Retry.</source>
        <translation>Bitten Sie Ihre Salesforce-Administration, ihn freizugeben, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The Salesforce record is in the recycle bin</source>
        <translation>Der Salesforce-Datensatz liegt im Papierkorb</translation>
    </message>
    <message>
        <source>Restore it in Salesforce and press Retry, or leave it deleted.</source>
        <translation>Stellen Sie ihn in Salesforce wieder her und wählen Sie „Erneut versuchen“, oder lassen Sie ihn gelöscht.</translation>
    </message>
    <message>
        <source>The Salesforce record waits for an approval</source>
        <translation>Der Salesforce-Datensatz wartet auf eine Genehmigung</translation>
    </message>
    <message>
        <source>Salesforce lets nobody change it until somebody has approved or rejected it.</source>
        <translation>Salesforce lässt ihn niemanden ändern, bis ihn jemand genehmigt oder abgelehnt hat.</translation>
    </message>
    <message>
        <source>Press Retry when the approval is done.</source>
        <translation>Wählen Sie „Erneut versuchen“, wenn die Genehmigung abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Another Salesforce record has the same value: %1</source>
        <translation>Ein anderer Salesforce-Datensatz hat denselben Wert: %1</translation>
    </message>
    <message>
        <source>The values of this field must differ from record to record.</source>
        <translation>Die Werte dieses Feldes müssen sich von Datensatz zu Datensatz unterscheiden.</translation>
    </message>
    <message>
        <source>Look whether the other record is the same customer or product, then press Retry.</source>
        <translation>Prüfen Sie, ob der andere Datensatz derselbe Kunde oder dasselbe Produkt ist, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Salesforce takes the record for a duplicate</source>
        <translation>Salesforce hält den Datensatz für eine Dublette</translation>
    </message>
    <message>
        <source>A duplicate rule of your Salesforce found a similar record.</source>
        <translation>Eine Duplikatregel Ihres Salesforce hat einen ähnlichen Datensatz gefunden.</translation>
    </message>
    <message>
        <source>Match the two records, or let the connection save records that a duplicate rule warns about.</source>
        <translation>Verknüpfen Sie die beiden Datensätze, oder lassen Sie die Verbindung auch Datensätze speichern, vor denen eine Duplikatregel warnt.</translation>
    </message>
    <message>
        <source>Salesforce does not offer this value: %1</source>
        <translation>Salesforce bietet diesen Wert nicht an: %1</translation>
    </message>
    <message>
        <source>The field takes only the values of its list.</source>
        <translation>Das Feld nimmt nur Werte aus seiner Liste an.</translation>
    </message>
    <message>
        <source>Correct the value or its row in the lookup table, or have it added to the list in Salesforce.</source>
        <translation>Berichtigen Sie den Wert oder seine Zeile in der Nachschlagetabelle, oder lassen Sie ihn in Salesforce in die Liste aufnehmen.</translation>
    </message>
    <message>
        <source>A text is longer than Salesforce allows: %1</source>
        <translation>Ein Text ist länger, als Salesforce erlaubt: %1</translation>
    </message>
    <message>
        <source>Shorten it in the source record or in the mapping, then press Retry.</source>
        <translation>Kürzen Sie ihn im Quelldatensatz oder in der Zuordnung und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A number has more digits than Salesforce allows: %1</source>
        <translation>Eine Zahl hat mehr Stellen, als Salesforce erlaubt: %1</translation>
    </message>
    <message>
        <source>Look whether the number is right, then press Retry.</source>
        <translation>Prüfen Sie, ob die Zahl stimmt, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>This is not an e-mail address: %1</source>
        <translation>Das ist keine E-Mail-Adresse: %1</translation>
    </message>
    <message>
        <source>Salesforce does not know this country or state</source>
        <translation>Salesforce kennt dieses Land oder diesen Bundesstaat nicht</translation>
    </message>
    <message>
        <source>Your Salesforce takes countries and states from lists only, spelt as they stand there.</source>
        <translation>Ihr Salesforce nimmt Länder und Bundesstaaten nur aus Listen an, genau so geschrieben, wie sie dort stehen.</translation>
    </message>
    <message>
        <source>Map the code of the country and state, such as AU and NSW, or correct the address; then press Retry.</source>
        <translation>Ordnen Sie den Code des Landes und des Bundesstaats zu, etwa AU und NSW, oder berichtigen Sie die Adresse; wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The price is of another price book than the deal</source>
        <translation>Der Preis stammt aus einem anderen Preisbuch als der Deal</translation>
    </message>
    <message>
        <source>All products of a deal or quote come from one price book.</source>
        <translation>Alle Produkte eines Deals oder Angebots kommen aus einem Preisbuch.</translation>
    </message>
    <message>
        <source>Choose a price of the deal&apos;s price book, or change the deal&apos;s, then press Retry.</source>
        <translation>Nehmen Sie einen Preis aus dem Preisbuch des Deals, oder ändern Sie das Preisbuch des Deals, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Values do not go together in Salesforce: %1</source>
        <translation>Werte passen in Salesforce nicht zusammen: %1</translation>
    </message>
    <message>
        <source>Correct the source record or the mapping, then press Retry.</source>
        <translation>Berichtigen Sie den Quelldatensatz oder die Zuordnung und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The product has no standard price in Salesforce</source>
        <translation>Das Produkt hat in Salesforce keinen Standardpreis</translation>
    </message>
    <message>
        <source>A price in any other price book needs one in the standard price book first.</source>
        <translation>Ein Preis in einem anderen Preisbuch braucht zuerst einen im Standardpreisbuch.</translation>
    </message>
    <message>
        <source>Add the standard price, then press Retry.</source>
        <translation>Fügen Sie den Standardpreis hinzu und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The owner of the record no longer works in Salesforce</source>
        <translation>Der Inhaber des Datensatzes arbeitet nicht mehr in Salesforce</translation>
    </message>
    <message>
        <source>The user is not active, and Salesforce gives records to active users only.</source>
        <translation>Der Benutzer ist nicht aktiv, und Salesforce gibt Datensätze nur an aktive Benutzer.</translation>
    </message>
    <message>
        <source>Choose another owner in the mapping, then press Retry.</source>
        <translation>Legen Sie in der Zuordnung einen anderen Inhaber fest und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A value is of another kind than its Salesforce field: %1</source>
        <translation>Ein Wert ist von anderer Art als sein Salesforce-Feld: %1</translation>
    </message>
    <message>
        <source>Correct the formula of this field on the Map step.</source>
        <translation>Berichtigen Sie die Formel dieses Feldes im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>Other Salesforce records still need this one</source>
        <translation>Andere Salesforce-Datensätze brauchen diesen noch</translation>
    </message>
    <message>
        <source>It was not deleted.</source>
        <translation>Er wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>Mark it as inactive instead, or delete what uses it first.</source>
        <translation>Kennzeichnen Sie ihn stattdessen als inaktiv, oder löschen Sie zuerst, was ihn verwendet.</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>(unbekannt)</translation>
    </message>
    <message>
        <source>The other system</source>
        <translation>Das andere System</translation>
    </message>
    <message>
        <source>%1 says: “%2”</source>
        <extracomment>%1 is a system, %2 what it answered</extracomment>
        <translation>%1 meldet: „%2“</translation>
    </message>
    <message>
        <source>The other system did not answer</source>
        <translation>Das andere System hat nicht geantwortet</translation>
    </message>
    <message>
        <source>The connection was interrupted or the system was busy.</source>
        <translation>Die Verbindung war unterbrochen oder das System war ausgelastet.</translation>
    </message>
    <message>
        <source>The system asks to wait</source>
        <translation>Das System bittet um Geduld</translation>
    </message>
    <message>
        <source>It allows only so many calls in a given time.</source>
        <translation>Es erlaubt in einer bestimmten Zeit nur eine begrenzte Zahl von Aufrufen.</translation>
    </message>
    <message>
        <source>Nothing to do: the sync goes on when calls are free again.</source>
        <translation>Nichts zu tun: Der Abgleich geht weiter, sobald wieder Aufrufe frei sind.</translation>
    </message>
    <message>
        <source>The system no longer accepts the sign-in of this connection.</source>
        <translation>Das System nimmt die Anmeldung dieser Verbindung nicht mehr an.</translation>
    </message>
    <message>
        <source>A setting does not fit</source>
        <translation>Eine Einstellung passt nicht</translation>
    </message>
    <message>
        <source>The settings of the sync or of the connection do not allow this.</source>
        <translation>Die Einstellungen des Abgleichs oder der Verbindung lassen dies nicht zu.</translation>
    </message>
    <message>
        <source>Open the sync and look at its steps; the technical details name the setting.</source>
        <translation>Öffnen Sie den Abgleich und sehen Sie seine Schritte durch; die technischen Details nennen die Einstellung.</translation>
    </message>
    <message>
        <source>The record was refused</source>
        <translation>Der Datensatz wurde abgelehnt</translation>
    </message>
    <message>
        <source>Something in this record is not accepted.</source>
        <translation>Etwas in diesem Datensatz wird nicht angenommen.</translation>
    </message>
    <message>
        <source>Correct the record in its own system, then press Retry.</source>
        <translation>Berichtigen Sie den Datensatz in seinem eigenen System und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A person must decide</source>
        <translation>Jemand muss entscheiden</translation>
    </message>
    <message>
        <source>There is more than one possible answer, and guessing could damage the books.</source>
        <translation>Es gibt mehr als eine mögliche Antwort, und Raten könnte die Bücher verfälschen.</translation>
    </message>
    <message>
        <source>Look at both records, make them agree, then press Retry.</source>
        <translation>Sehen Sie sich beide Datensätze an, bringen Sie sie in Übereinstimmung und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>It is not known yet whether it was written</source>
        <translation>Es steht noch nicht fest, ob geschrieben wurde</translation>
    </message>
    <message>
        <source>The answer did not arrive after the record was sent.</source>
        <translation>Nach dem Senden des Datensatzes ist keine Antwort angekommen.</translation>
    </message>
    <message>
        <source>Nothing to do: the next run looks it up before anything is sent again.</source>
        <translation>Nichts zu tun: Der nächste Lauf sieht nach, bevor erneut etwas gesendet wird.</translation>
    </message>
    <message>
        <source>The other system gave an answer that makes no sense</source>
        <translation>Das andere System hat eine unverständliche Antwort gegeben</translation>
    </message>
    <message>
        <source>Its answer was incomplete or not in the agreed form.</source>
        <translation>Die Antwort war unvollständig oder nicht in der vereinbarten Form.</translation>
    </message>
    <message>
        <source>This computer could not do it</source>
        <translation>Dieser Computer konnte es nicht ausführen</translation>
    </message>
    <message>
        <source>The disk, the keychain or the workspace refused.</source>
        <translation>Der Datenträger, der Schlüsselbund oder der Arbeitsbereich hat es abgelehnt.</translation>
    </message>
    <message>
        <source>Look at the free space and the rights of the workspace folder, then press Retry.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Rechte am Ordner des Arbeitsbereichs und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Tieout made a mistake</source>
        <translation>Tieout hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>This should not have happened. Nothing else was touched.</source>
        <translation>Das hätte nicht geschehen dürfen. Sonst wurde nichts verändert.</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Das Ende</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a sign such as + or &amp;</source>
        <translation>ein Zeichen wie + oder &amp;</translation>
    </message>
    <message>
        <source>a closing parenthesis</source>
        <translation>eine schließende Klammer</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>The contact for this record is not there yet: %1</source>
        <translation>Der Kontakt zu diesem Datensatz ist noch nicht vorhanden: %1</translation>
    </message>
    <message>
        <source>The contact for this record needs you first: %1</source>
        <translation>Der Kontakt zu diesem Datensatz wartet zuerst auf Sie: %1</translation>
    </message>
    <message>
        <source>A record that this one needs is not there yet: %1</source>
        <translation>Ein Datensatz, den dieser braucht, ist noch nicht vorhanden: %1</translation>
    </message>
    <message>
        <source>A record that this one needs has to be put right first: %1</source>
        <translation>Ein Datensatz, den dieser braucht, muss zuerst berichtigt werden: %1</translation>
    </message>
    <message>
        <source>The next preview or ordinary sync reads it again.</source>
        <translation>Die nächste Vorschau oder der nächste gewöhnliche Abgleich liest ihn erneut.</translation>
    </message>
    <message>
        <source>It is tried again by itself, with growing waits.</source>
        <translation>Es wird von selbst erneut versucht, in wachsenden Abständen.</translation>
    </message>
    <message>
        <source>It goes on by itself.</source>
        <translation>Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>The connection waits until somebody signs in.</source>
        <translation>Die Verbindung wartet, bis sich jemand anmeldet.</translation>
    </message>
    <message>
        <source>It waits for you, and is planned again when the record, the mapping or a lookup table changes.</source>
        <translation>Der Datensatz wartet auf Sie und wird neu geplant, wenn sich der Datensatz, die Zuordnung oder eine Nachschlagetabelle ändert.</translation>
    </message>
    <message>
        <source>The next run looks it up first. It is never sent twice.</source>
        <translation>Der nächste Lauf sieht zuerst nach. Es wird nie zweimal gesendet.</translation>
    </message>
    <message>
        <source>Left out by a rule of this sync</source>
        <translation>Durch eine Regel dieses Abgleichs ausgelassen</translation>
    </message>
    <message>
        <source>The rule is listed on the sync&apos;s From step.</source>
        <translation>Die Regel steht im Schritt „Quelle“ des Abgleichs.</translation>
    </message>
    <message>
        <source>Cin7 Omni does not accept the key</source>
        <translation>Cin7 Omni nimmt den Schlüssel nicht an</translation>
    </message>
    <message>
        <source>The user name or the connection key is wrong, or the key was made anew in Cin7 Omni.</source>
        <translation>Der Benutzername oder der Verbindungsschlüssel ist falsch, oder der Schlüssel wurde in Cin7 Omni neu erzeugt.</translation>
    </message>
    <message>
        <source>This connection may not do this in Cin7 Omni</source>
        <translation>Diese Verbindung darf das in Cin7 Omni nicht</translation>
    </message>
    <message>
        <source>Each connection made in Cin7 Omni has switches for what it may read, create, change and delete; one of them is off.</source>
        <translation>Jede in Cin7 Omni angelegte Verbindung hat Schalter dafür, was sie lesen, anlegen, ändern und löschen darf; einer davon ist aus.</translation>
    </message>
    <message>
        <source>Switch it on in Cin7 Omni under Integrations, or leave this object out of the sync.</source>
        <translation>Schalten Sie ihn in Cin7 Omni unter „Integrations“ ein, oder lassen Sie dieses Objekt im Abgleich weg.</translation>
    </message>
    <message>
        <source>Cin7 Omni wants a pause</source>
        <translation>Cin7 Omni braucht eine Pause</translation>
    </message>
    <message>
        <source>Cin7 Omni takes 3 calls a second, 60 a minute and 5,000 a day from one connection.</source>
        <translation>Cin7 Omni nimmt von einer Verbindung 3 Aufrufe pro Sekunde, 60 pro Minute und 5.000 pro Tag an.</translation>
    </message>
    <message>
        <source>Nothing to do: the run goes on after the pause.</source>
        <translation>Nichts zu tun: Der Lauf geht nach der Pause weiter.</translation>
    </message>
    <message>
        <source>The record is not in Cin7 Omni any more</source>
        <translation>Der Datensatz ist nicht mehr in Cin7 Omni</translation>
    </message>
    <message>
        <source>It was deleted there. Nothing was changed.</source>
        <translation>Er wurde dort gelöscht. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Look for it in Cin7 Omni.</source>
        <translation>Suchen Sie ihn in Cin7 Omni.</translation>
    </message>
    <message>
        <source>Cin7 Omni does not know this record</source>
        <translation>Cin7 Omni kennt diesen Datensatz nicht</translation>
    </message>
    <message>
        <source>It was deleted there, or never was.</source>
        <translation>Er wurde dort gelöscht, oder es gab ihn nie.</translation>
    </message>
    <message>
        <source>Cin7 Omni does not offer this</source>
        <translation>Cin7 Omni bietet das nicht an</translation>
    </message>
    <message>
        <source>Some records of Cin7 Omni can be read but not written or deleted.</source>
        <translation>Manche Datensätze von Cin7 Omni lassen sich lesen, aber nicht schreiben oder löschen.</translation>
    </message>
    <message>
        <source>Choose another action in the sync.</source>
        <translation>Wählen Sie im Abgleich eine andere Aktion.</translation>
    </message>
    <message>
        <source>Cin7 Omni could not read what was sent: %1</source>
        <translation>Cin7 Omni konnte das Gesendete nicht lesen: %1</translation>
    </message>
    <message>
        <source>Check the dates and numbers in the mapping.</source>
        <translation>Prüfen Sie die Datumsangaben und Zahlen in der Zuordnung.</translation>
    </message>
    <message>
        <source>Cin7 Omni could not read the condition of a list: %1</source>
        <translation>Cin7 Omni konnte die Bedingung einer Liste nicht lesen: %1</translation>
    </message>
    <message>
        <source>Check the filter of the sync.</source>
        <translation>Prüfen Sie den Filter des Abgleichs.</translation>
    </message>
    <message>
        <source>Another record in Cin7 Omni has this reference, e-mail or code</source>
        <translation>Referenz, E-Mail-Adresse oder Code gehört in Cin7 Omni schon einem anderen Datensatz</translation>
    </message>
    <message>
        <source>Cin7 Omni says: %1 Nothing was changed.</source>
        <translation>Cin7 Omni meldet: %1 Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Choose another value, or match this record with the one that is there.</source>
        <translation>Wählen Sie einen anderen Wert, oder verknüpfen Sie diesen Datensatz mit dem vorhandenen.</translation>
    </message>
    <message>
        <source>Cin7 Omni needs a value in %1</source>
        <translation>Cin7 Omni braucht einen Wert in %1</translation>
    </message>
    <message>
        <source>The field is empty in this record.</source>
        <translation>Das Feld ist in diesem Datensatz leer.</translation>
    </message>
    <message>
        <source>Fill it in at the source, or map it.</source>
        <translation>Tragen Sie ihn in der Quelle ein, oder ordnen Sie das Feld zu.</translation>
    </message>
    <message>
        <source>A value is longer than Cin7 Omni takes</source>
        <translation>Ein Wert ist länger, als Cin7 Omni annimmt</translation>
    </message>
    <message>
        <source>Cin7 Omni says: %1</source>
        <translation>Cin7 Omni meldet: %1</translation>
    </message>
    <message>
        <source>Shorten it at the source or in the mapping.</source>
        <translation>Kürzen Sie ihn in der Quelle oder in der Zuordnung.</translation>
    </message>
    <message>
        <source>A record that this one names is missing in Cin7 Omni</source>
        <translation>Ein Datensatz, den dieser nennt, fehlt in Cin7 Omni</translation>
    </message>
    <message>
        <source>Sync or make that record first, then run this one again.</source>
        <translation>Gleichen Sie zuerst jenen Datensatz ab, oder legen Sie ihn an, und lassen Sie dann diesen noch einmal laufen.</translation>
    </message>
    <message>
        <source>The record is void in Cin7 Omni</source>
        <translation>Der Datensatz ist in Cin7 Omni storniert</translation>
    </message>
    <message>
        <source>A void order cannot be changed or brought back.</source>
        <translation>Ein stornierter Auftrag lässt sich weder ändern noch wiederherstellen.</translation>
    </message>
    <message>
        <source>Make a new order if it is still needed.</source>
        <translation>Legen Sie einen neuen Auftrag an, wenn er noch gebraucht wird.</translation>
    </message>
    <message>
        <source>Cin7 Omni refused the record</source>
        <translation>Cin7 Omni hat den Datensatz abgelehnt</translation>
    </message>
    <message>
        <source>Correct the record and run it again.</source>
        <translation>Berichtigen Sie den Datensatz und lassen Sie ihn noch einmal laufen.</translation>
    </message>
    <message>
        <source>Cin7 Omni did not answer properly</source>
        <translation>Cin7 Omni hat nicht richtig geantwortet</translation>
    </message>
    <message>
        <source>Its service failed for a moment.</source>
        <translation>Der Dienst ist kurz ausgefallen.</translation>
    </message>
    <message>
        <source>Nothing to do: what was not certain is looked up before anything is sent again.</source>
        <translation>Nichts zu tun: Was nicht sicher war, wird geprüft, bevor noch einmal etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Cin7 Core does not accept the keys</source>
        <translation>Cin7 Core nimmt die Schlüssel nicht an</translation>
    </message>
    <message>
        <source>The account id or the application key is wrong, or the application was removed in Cin7 Core.</source>
        <translation>Die Account-ID oder der Anwendungsschlüssel ist falsch, oder die Anwendung wurde in Cin7 Core entfernt.</translation>
    </message>
    <message>
        <source>Enter the present account id and key under Connections.</source>
        <translation>Geben Sie unter „Verbindungen“ die aktuelle Account-ID und den aktuellen Schlüssel ein.</translation>
    </message>
    <message>
        <source>Cin7 Core wants a pause</source>
        <translation>Cin7 Core braucht eine Pause</translation>
    </message>
    <message>
        <source>Cin7 Core takes 60 calls a minute. Other programs may use the same account.</source>
        <translation>Cin7 Core nimmt 60 Aufrufe pro Minute an. Vielleicht nutzen andere Programme denselben Zugang.</translation>
    </message>
    <message>
        <source>Cin7 Core does not offer this to the account</source>
        <translation>Cin7 Core bietet das diesem Zugang nicht an</translation>
    </message>
    <message>
        <source>The module may be missing from the plan of this Cin7 Core account.</source>
        <translation>Vielleicht fehlt das Modul im Tarif dieses Cin7 Core-Zugangs.</translation>
    </message>
    <message>
        <source>Leave this object out of the sync, or ask Cin7 about the plan.</source>
        <translation>Lassen Sie dieses Objekt im Abgleich weg, oder fragen Sie Cin7 nach dem Tarif.</translation>
    </message>
    <message>
        <source>This is an advanced or service purchase</source>
        <translation>Das ist ein erweiterter Einkauf oder ein Dienstleistungseinkauf</translation>
    </message>
    <message>
        <source>Cin7 Core keeps those apart from simple ones.</source>
        <translation>Cin7 Core führt diese getrennt von den einfachen.</translation>
    </message>
    <message>
        <source>Look at it in Cin7 Core.</source>
        <translation>Sehen Sie ihn sich in Cin7 Core an.</translation>
    </message>
    <message>
        <source>The date is in a closed period of Cin7 Core</source>
        <translation>Das Datum liegt in einem abgeschlossenen Zeitraum von Cin7 Core</translation>
    </message>
    <message>
        <source>Cin7 Core says: %1</source>
        <translation>Cin7 Core meldet: %1</translation>
    </message>
    <message>
        <source>Choose a later date, or have the lock date moved in Cin7 Core.</source>
        <translation>Wählen Sie ein späteres Datum, oder lassen Sie das Sperrdatum in Cin7 Core verschieben.</translation>
    </message>
    <message>
        <source>Another record in Cin7 Core has this name or code</source>
        <translation>Diesen Namen oder Code hat in Cin7 Core schon ein anderer Datensatz</translation>
    </message>
    <message>
        <source>Cin7 Core says: %1 Nothing was changed.</source>
        <translation>Cin7 Core meldet: %1 Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Cin7 Core needs a value in %1</source>
        <translation>Cin7 Core braucht einen Wert in %1</translation>
    </message>
    <message>
        <source>The record&apos;s state in Cin7 Core does not allow this</source>
        <translation>Der Status des Datensatzes in Cin7 Core lässt das nicht zu</translation>
    </message>
    <message>
        <source>Bring the sale or purchase to the right stage in Cin7 Core, then run this one again.</source>
        <translation>Bringen Sie den Verkauf oder Einkauf in Cin7 Core in die richtige Phase und lassen Sie diesen dann noch einmal laufen.</translation>
    </message>
    <message>
        <source>A record that this one names is missing in Cin7 Core</source>
        <translation>Ein Datensatz, den dieser nennt, fehlt in Cin7 Core</translation>
    </message>
    <message>
        <source>Make it in Cin7 Core, or correct the name, then run this one again.</source>
        <translation>Legen Sie ihn in Cin7 Core an, oder berichtigen Sie den Namen, und lassen Sie dann diesen noch einmal laufen.</translation>
    </message>
    <message>
        <source>Cin7 Core does not know this record</source>
        <translation>Cin7 Core kennt diesen Datensatz nicht</translation>
    </message>
    <message>
        <source>It was removed there, or never was.</source>
        <translation>Er wurde dort entfernt, oder es gab ihn nie.</translation>
    </message>
    <message>
        <source>Look for it in Cin7 Core.</source>
        <translation>Suchen Sie ihn in Cin7 Core.</translation>
    </message>
    <message>
        <source>Cin7 Core refused the record</source>
        <translation>Cin7 Core hat den Datensatz abgelehnt</translation>
    </message>
    <message>
        <source>Correct the record and run it again. There may be more than one thing to correct.</source>
        <translation>Berichtigen Sie den Datensatz und lassen Sie ihn noch einmal laufen. Vielleicht ist mehr als eine Angabe zu berichtigen.</translation>
    </message>
    <message>
        <source>Cin7 Core refused to give this out</source>
        <translation>Cin7 Core hat die Herausgabe dieser Daten abgelehnt</translation>
    </message>
    <message>
        <source>Cin7 Core did not answer properly</source>
        <translation>Cin7 Core hat nicht richtig geantwortet</translation>
    </message>
    <message>
        <source>Another contact has this account number</source>
        <translation>Diese Kontonummer hat schon ein anderer Kontakt</translation>
    </message>
    <message>
        <source>Change one of the numbers in Xero, then press Retry.</source>
        <translation>Ändern Sie in Xero eine der Nummern und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Xero does not know this account</source>
        <translation>Xero kennt dieses Konto nicht</translation>
    </message>
    <message>
        <source>Correct the account on the Map step or in the lookup table.</source>
        <translation>Berichtigen Sie das Konto im Schritt „Zuordnen“ oder in der Nachschlagetabelle.</translation>
    </message>
    <message>
        <source>Xero could not read the record</source>
        <translation>Xero konnte den Datensatz nicht lesen</translation>
    </message>
    <message>
        <source>Xero is busy with other calls of yours</source>
        <translation>Xero ist mit anderen Aufrufen von Ihnen beschäftigt</translation>
    </message>
    <message>
        <source>Nothing to do: it goes on in a moment.</source>
        <translation>Nichts zu tun: Gleich geht es weiter.</translation>
    </message>
    <message>
        <source>The contact is archived in Xero</source>
        <translation>Der Kontakt ist in Xero archiviert</translation>
    </message>
    <message>
        <source>Restore the contact in Xero, then press Retry.</source>
        <translation>Stellen Sie den Kontakt in Xero wieder her und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The contact no longer exists in Xero</source>
        <translation>Den Kontakt gibt es in Xero nicht mehr</translation>
    </message>
    <message>
        <source>Another contact has this name</source>
        <translation>Diesen Namen hat schon ein anderer Kontakt</translation>
    </message>
    <message>
        <source>Names of contacts are unique in Xero.</source>
        <translation>Kontaktnamen sind in Xero eindeutig.</translation>
    </message>
    <message>
        <source>Rename or merge the contact in Xero, then press Retry.</source>
        <translation>Benennen Sie den Kontakt in Xero um, oder führen Sie ihn dort zusammen, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Another contact has this contact number</source>
        <translation>Diese Kontaktnummer hat schon ein anderer Kontakt</translation>
    </message>
    <message>
        <source>Contact numbers are unique in Xero.</source>
        <translation>Kontaktnummern sind in Xero eindeutig.</translation>
    </message>
    <message>
        <source>Merge the contacts in Xero, then press Retry.</source>
        <translation>Führen Sie die Kontakte in Xero zusammen und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The currency is not switched on in Xero</source>
        <translation>Die Währung ist in Xero nicht eingeschaltet</translation>
    </message>
    <message>
        <source>Add the currency in Xero&apos;s settings, then press Retry.</source>
        <translation>Fügen Sie die Währung in den Einstellungen von Xero hinzu und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Xero&apos;s calls for today are used up</source>
        <translation>Die Xero-Aufrufe für heute sind verbraucht</translation>
    </message>
    <message>
        <source>Xero allows 5,000 calls a day for each organisation.</source>
        <translation>Xero erlaubt je Organisation 5.000 Aufrufe pro Tag.</translation>
    </message>
    <message>
        <source>A discount is larger than the line</source>
        <translation>Ein Rabatt ist größer als die Position</translation>
    </message>
    <message>
        <source>Correct the discount in the source record, then press Retry.</source>
        <translation>Berichtigen Sie den Rabatt im Quelldatensatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The e-mail address is not valid</source>
        <translation>Die E-Mail-Adresse ist ungültig</translation>
    </message>
    <message>
        <source>Correct the address in the source record, then press Retry.</source>
        <translation>Berichtigen Sie die Adresse im Quelldatensatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A field that Xero needs is empty</source>
        <translation>Ein Feld, das Xero braucht, ist leer</translation>
    </message>
    <message>
        <source>Fill it in the source record or on the Map step.</source>
        <translation>Füllen Sie es im Quelldatensatz oder im Schritt „Zuordnen“ aus.</translation>
    </message>
    <message>
        <source>Xero takes no more for the moment</source>
        <translation>Xero nimmt im Moment nichts mehr an</translation>
    </message>
    <message>
        <source>Nothing to do: it goes on by itself.</source>
        <translation>Nichts zu tun: Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Another invoice has this number</source>
        <translation>Diese Nummer hat schon eine andere Rechnung</translation>
    </message>
    <message>
        <source>Invoice numbers are unique in Xero.</source>
        <translation>Rechnungsnummern sind in Xero eindeutig.</translation>
    </message>
    <message>
        <source>Look at the invoice in Xero: if it is the same sale, skip this record with a reason.</source>
        <translation>Sehen Sie sich die Rechnung in Xero an: Ist es derselbe Verkauf, überspringen Sie diesen Datensatz mit einer Begründung.</translation>
    </message>
    <message>
        <source>Xero does not know this item</source>
        <translation>Xero kennt diesen Artikel nicht</translation>
    </message>
    <message>
        <source>Add the item in Xero, or correct the item code on the Map step, then press Retry.</source>
        <translation>Fügen Sie den Artikel in Xero hinzu, oder berichtigen Sie den Artikelcode im Schritt „Zuordnen“, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Xero saw this delivery before with other content</source>
        <translation>Xero kannte diese Übermittlung schon mit anderem Inhalt</translation>
    </message>
    <message>
        <source>Nothing was written twice.</source>
        <translation>Es wurde nichts doppelt geschrieben.</translation>
    </message>
    <message>
        <source>Press Retry: the record is planned and sent afresh.</source>
        <translation>Wählen Sie „Erneut versuchen“: Der Datensatz wird neu geplant und gesendet.</translation>
    </message>
    <message>
        <source>The invoice has no lines</source>
        <translation>Die Rechnung hat keine Positionen</translation>
    </message>
    <message>
        <source>Add products to the source record, then press Retry.</source>
        <translation>Fügen Sie dem Quelldatensatz Produkte hinzu und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The date is in a period that is closed in Xero</source>
        <translation>Das Datum liegt in einem Zeitraum, der in Xero abgeschlossen ist</translation>
    </message>
    <message>
        <source>Xero is down for maintenance</source>
        <translation>Xero ist wegen Wartung nicht verfügbar</translation>
    </message>
    <message>
        <source>Xero asks to wait a minute</source>
        <translation>Xero bittet, eine Minute zu warten</translation>
    </message>
    <message>
        <source>Xero allows 60 calls a minute.</source>
        <translation>Xero erlaubt 60 Aufrufe pro Minute.</translation>
    </message>
    <message>
        <source>The name has characters that Xero does not take</source>
        <translation>Der Name enthält Zeichen, die Xero nicht annimmt</translation>
    </message>
    <message>
        <source>Remove them in the source record, then press Retry.</source>
        <translation>Entfernen Sie diese im Quelldatensatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The document&apos;s total is below zero</source>
        <translation>Die Summe des Belegs liegt unter null</translation>
    </message>
    <message>
        <source>The document can no longer be changed in Xero</source>
        <translation>Der Beleg kann in Xero nicht mehr geändert werden</translation>
    </message>
    <message>
        <source>Correct it in Xero by hand, then skip this record with a reason.</source>
        <translation>Berichtigen Sie ihn in Xero von Hand, und überspringen Sie dann diesen Datensatz mit einer Begründung.</translation>
    </message>
    <message>
        <source>Xero does not find the record</source>
        <translation>Xero findet den Datensatz nicht</translation>
    </message>
    <message>
        <source>It was deleted, or belongs to another organisation.</source>
        <translation>Er wurde gelöscht oder gehört zu einer anderen Organisation.</translation>
    </message>
    <message>
        <source>Look in Xero, then press Retry.</source>
        <translation>Sehen Sie in Xero nach und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Xero does not offer this</source>
        <translation>Xero bietet das nicht an</translation>
    </message>
    <message>
        <source>The organisation is not available in Xero</source>
        <translation>Die Organisation ist in Xero nicht verfügbar</translation>
    </message>
    <message>
        <source>Nothing to do: it is tried again. If it stays, ask Xero&apos;s support.</source>
        <translation>Nichts zu tun: Es wird erneut versucht. Bleibt es dabei, fragen Sie den Support von Xero.</translation>
    </message>
    <message>
        <source>The organisation&apos;s Xero plan does not allow more</source>
        <translation>Der Xero-Tarif der Organisation erlaubt nicht mehr</translation>
    </message>
    <message>
        <source>For example the number of invoices a month.</source>
        <translation>Zum Beispiel bei der Zahl der Rechnungen im Monat.</translation>
    </message>
    <message>
        <source>Change the plan in Xero, then press Retry.</source>
        <translation>Ändern Sie den Tarif in Xero und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Xero did not understand the question</source>
        <translation>Xero hat die Anfrage nicht verstanden</translation>
    </message>
    <message>
        <source>The record was deleted or merged in Xero</source>
        <translation>Der Datensatz wurde in Xero gelöscht oder zusammengeführt</translation>
    </message>
    <message>
        <source>Restore it in Xero, or skip this record with a reason.</source>
        <translation>Stellen Sie ihn in Xero wieder her, oder überspringen Sie diesen Datensatz mit einer Begründung.</translation>
    </message>
    <message>
        <source>Xero refused</source>
        <translation>Xero hat abgelehnt</translation>
    </message>
    <message>
        <source>Correct what Xero names, then press Retry.</source>
        <translation>Berichtigen Sie, was Xero nennt, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Xero refused some records</source>
        <translation>Xero hat einige Datensätze abgelehnt</translation>
    </message>
    <message>
        <source>The sign-in does not cover this</source>
        <translation>Die Anmeldung reicht dafür nicht aus</translation>
    </message>
    <message>
        <source>A permission was not given when somebody signed in.</source>
        <translation>Bei der Anmeldung wurde eine Berechtigung nicht erteilt.</translation>
    </message>
    <message>
        <source>Sign in again and allow everything that is asked.</source>
        <translation>Melden Sie sich erneut an und erlauben Sie alles, wonach gefragt wird.</translation>
    </message>
    <message>
        <source>Xero had a fault of its own</source>
        <translation>Bei Xero selbst trat ein Fehler auf</translation>
    </message>
    <message>
        <source>The sign-in to Xero has ended</source>
        <translation>Die Anmeldung bei Xero ist abgelaufen</translation>
    </message>
    <message>
        <source>Xero does not allow this change of status</source>
        <translation>Xero lässt diese Statusänderung nicht zu</translation>
    </message>
    <message>
        <source>Change the status in Xero by hand, then press Retry.</source>
        <translation>Ändern Sie den Status in Xero von Hand und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The tax rate is not allowed on the account</source>
        <translation>Der Steuersatz ist auf dem Konto nicht erlaubt</translation>
    </message>
    <message>
        <source>Choose another tax rate in the lookup table, or allow it on the account in Xero, then press Retry.</source>
        <translation>Wählen Sie in der Nachschlagetabelle einen anderen Steuersatz, oder erlauben Sie ihn auf dem Konto in Xero, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Xero does not know this tax rate</source>
        <translation>Xero kennt diesen Steuersatz nicht</translation>
    </message>
    <message>
        <source>Correct the lookup table, or add the tax rate in Xero, then press Retry.</source>
        <translation>Berichtigen Sie die Nachschlagetabelle, oder fügen Sie den Steuersatz in Xero hinzu, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Somebody disconnected Tieout in Xero.</source>
        <translation>Jemand hat Tieout in Xero getrennt.</translation>
    </message>
    <message>
        <source>A text is longer than Xero allows</source>
        <translation>Ein Text ist länger, als Xero erlaubt</translation>
    </message>
    <message>
        <source>Shorten it in the source record, then press Retry.</source>
        <translation>Kürzen Sie ihn im Quelldatensatz und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Xero ends a sign-in that was not used for 60 days.</source>
        <translation>Xero beendet eine Anmeldung, die 60 Tage lang nicht benutzt wurde.</translation>
    </message>
    <message>
        <source>The total does not equal its lines</source>
        <translation>Die Summe stimmt nicht mit den Positionen überein</translation>
    </message>
    <message>
        <source>Xero computes another total than the record says.</source>
        <translation>Xero errechnet eine andere Summe, als der Datensatz angibt.</translation>
    </message>
    <message>
        <source>Look at the lines and the discount of the source record, then press Retry.</source>
        <translation>Sehen Sie sich die Positionen und den Rabatt des Quelldatensatzes an und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The person who signed in may not do this in Xero</source>
        <translation>Die angemeldete Person darf das in Xero nicht</translation>
    </message>
    <message>
        <source>Give the person the right in Xero, or sign in as somebody who has it.</source>
        <translation>Geben Sie der Person in Xero das Recht dazu, oder melden Sie sich als jemand an, der es hat.</translation>
    </message>
    <message>
        <source>Xero refused the record</source>
        <translation>Xero hat den Datensatz abgelehnt</translation>
    </message>
    <message>
        <source>Correct what Xero names in the source record or the mapping, then press Retry.</source>
        <translation>Berichtigen Sie im Quelldatensatz oder in der Zuordnung, was Xero nennt, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Too many fields in one question to Salesforce</source>
        <translation>Zu viele Felder in einer Anfrage an Salesforce</translation>
    </message>
    <message>
        <source>The Salesforce edition or user has no access for programs</source>
        <translation>Die Salesforce-Edition oder der Benutzer hat keinen Zugang für Programme</translation>
    </message>
    <message>
        <source>Ask whoever administers Salesforce to allow it for this user.</source>
        <translation>Bitten Sie Ihre Salesforce-Administration, ihn für diesen Benutzer zu erlauben.</translation>
    </message>
    <message>
        <source>Salesforce is busy with other long questions</source>
        <translation>Salesforce ist mit anderen langen Anfragen beschäftigt</translation>
    </message>
    <message>
        <source>Salesforce&apos;s calls for today are used up</source>
        <translation>Die Salesforce-Aufrufe für heute sind verbraucht</translation>
    </message>
    <message>
        <source>Salesforce allows a number of calls in 24 hours for the whole organisation.</source>
        <translation>Salesforce erlaubt für die ganze Organisation eine bestimmte Zahl von Aufrufen in 24 Stunden.</translation>
    </message>
    <message>
        <source>Nothing to do: the syncs go on when calls are free again.</source>
        <translation>Nichts zu tun: Die Abgleiche gehen weiter, wenn wieder Aufrufe frei sind.</translation>
    </message>
    <message>
        <source>Salesforce does not know a field</source>
        <translation>Salesforce kennt ein Feld nicht</translation>
    </message>
    <message>
        <source>Choose another field on the Map step, or ask for the right to see it.</source>
        <translation>Wählen Sie im Schritt „Zuordnen“ ein anderes Feld, oder bitten Sie um das Recht, es zu sehen.</translation>
    </message>
    <message>
        <source>Salesforce is down for maintenance</source>
        <translation>Salesforce ist wegen Wartung nicht verfügbar</translation>
    </message>
    <message>
        <source>Salesforce does not find the record</source>
        <translation>Salesforce findet den Datensatz nicht</translation>
    </message>
    <message>
        <source>It was deleted, or the person who signed in may not see it.</source>
        <translation>Er wurde gelöscht, oder die angemeldete Person darf ihn nicht sehen.</translation>
    </message>
    <message>
        <source>Look in Salesforce, then press Retry.</source>
        <translation>Sehen Sie in Salesforce nach und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>The person who signed in may not do this in Salesforce</source>
        <translation>Die angemeldete Person darf das in Salesforce nicht</translation>
    </message>
    <message>
        <source>Give the person the right in Salesforce, or sign in as somebody who has it.</source>
        <translation>Geben Sie der Person in Salesforce das Recht dazu, oder melden Sie sich als jemand an, der es hat.</translation>
    </message>
    <message>
        <source>A part of Salesforce is not switched on</source>
        <translation>Ein Teil von Salesforce ist nicht eingeschaltet</translation>
    </message>
    <message>
        <source>Ask whoever administers Salesforce to switch it on, then press Retry.</source>
        <translation>Bitten Sie Ihre Salesforce-Administration, ihn einzuschalten, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A policy of Salesforce blocks this</source>
        <translation>Eine Richtlinie von Salesforce verhindert das</translation>
    </message>
    <message>
        <source>Ask whoever administers Salesforce, then press Retry.</source>
        <translation>Fragen Sie Ihre Salesforce-Administration und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Salesforce lost its place in a long list</source>
        <translation>Salesforce hat in einer langen Liste seine Stelle verloren</translation>
    </message>
    <message>
        <source>It keeps the place only for a while.</source>
        <translation>Es merkt sich die Stelle nur eine Zeit lang.</translation>
    </message>
    <message>
        <source>Nothing to do: the reading starts again.</source>
        <translation>Nichts zu tun: Das Lesen beginnt von vorn.</translation>
    </message>
    <message>
        <source>Salesforce did not understand the question</source>
        <translation>Salesforce hat die Anfrage nicht verstanden</translation>
    </message>
    <message>
        <source>Salesforce took too long to answer</source>
        <translation>Salesforce brauchte zu lange für die Antwort</translation>
    </message>
    <message>
        <source>Nothing to do: it is tried again in smaller steps.</source>
        <translation>Nichts zu tun: Es wird in kleineren Schritten erneut versucht.</translation>
    </message>
    <message>
        <source>The question is too large for Salesforce</source>
        <translation>Die Anfrage ist zu groß für Salesforce</translation>
    </message>
    <message>
        <source>Salesforce refused</source>
        <translation>Salesforce hat abgelehnt</translation>
    </message>
    <message>
        <source>Correct what Salesforce names, then press Retry.</source>
        <translation>Berichtigen Sie, was Salesforce nennt, und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Somebody else is changing the record in Salesforce</source>
        <translation>Jemand anderes ändert gerade den Datensatz in Salesforce</translation>
    </message>
    <message>
        <source>Salesforce had a fault of its own</source>
        <translation>Bei Salesforce selbst trat ein Fehler auf</translation>
    </message>
    <message>
        <source>The sign-in to Salesforce has ended</source>
        <translation>Die Anmeldung bei Salesforce ist abgelaufen</translation>
    </message>
    <message>
        <source>The Salesforce organisation is still being set up</source>
        <translation>Die Salesforce-Organisation wird noch eingerichtet</translation>
    </message>
    <message>
        <source>Salesforce has no room left</source>
        <translation>Salesforce hat keinen Platz mehr</translation>
    </message>
    <message>
        <source>Free storage in Salesforce, then press Retry.</source>
        <translation>Geben Sie Speicherplatz in Salesforce frei und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Salesforce asks to wait</source>
        <translation>Salesforce bittet zu warten</translation>
    </message>
    <message>
        <source>A security policy of Salesforce stopped this</source>
        <translation>Eine Sicherheitsrichtlinie von Salesforce hat das verhindert</translation>
    </message>
    <message>
        <source>Salesforce no longer offers the version that Tieout uses</source>
        <translation>Salesforce bietet die Version nicht mehr an, die Tieout verwendet</translation>
    </message>
    <message>
        <source>Install the newest Tieout.</source>
        <translation>Installieren Sie das neueste Tieout.</translation>
    </message>
    <message>
        <source>Harvest does not accept the key</source>
        <translation>Harvest nimmt den Schlüssel nicht an</translation>
    </message>
    <message>
        <source>The key is wrong, has run out or was taken back, or it does not reach this Harvest account.</source>
        <translation>Der Schlüssel ist falsch, abgelaufen oder wurde zurückgezogen, oder er gilt nicht für diesen Harvest-Zugang.</translation>
    </message>
    <message>
        <source>Enter the present key under Connections, or sign in again.</source>
        <translation>Geben Sie unter „Verbindungen“ den aktuellen Schlüssel ein, oder melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>The person whose key is used may not do this in Harvest</source>
        <translation>Die Person, deren Schlüssel verwendet wird, darf das in Harvest nicht</translation>
    </message>
    <message>
        <source>In Harvest this needs another role, or the module is switched off for the account.</source>
        <translation>In Harvest ist dafür eine andere Rolle nötig, oder das Modul ist für diesen Zugang ausgeschaltet.</translation>
    </message>
    <message>
        <source>Use an administrator&apos;s key, or ask your Harvest administrator.</source>
        <translation>Verwenden Sie den Schlüssel einer Person mit Administratorrechten, oder fragen Sie Ihre Harvest-Administration.</translation>
    </message>
    <message>
        <source>Harvest refuses the call</source>
        <translation>Harvest weist den Aufruf zurück</translation>
    </message>
    <message>
        <source>The answer did not come from Harvest&apos;s own records; something in between said no.</source>
        <translation>Die Antwort kam nicht aus den Daten von Harvest selbst; etwas dazwischen hat abgelehnt.</translation>
    </message>
    <message>
        <source>Try again later; if it stays, check the network&apos;s filter.</source>
        <translation>Versuchen Sie es später noch einmal; bleibt es dabei, prüfen Sie den Filter des Netzwerks.</translation>
    </message>
    <message>
        <source>The record is not in Harvest any more</source>
        <translation>Der Datensatz ist nicht mehr in Harvest</translation>
    </message>
    <message>
        <source>It was deleted there, or the person whose key is used may not see it. Nothing was changed.</source>
        <translation>Er wurde dort gelöscht, oder die Person, deren Schlüssel verwendet wird, darf ihn nicht sehen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Look for it in Harvest.</source>
        <translation>Suchen Sie ihn in Harvest.</translation>
    </message>
    <message>
        <source>Harvest does not know this record</source>
        <translation>Harvest kennt diesen Datensatz nicht</translation>
    </message>
    <message>
        <source>It was deleted there, or the person whose key is used may not see it.</source>
        <translation>Er wurde dort gelöscht, oder die Person, deren Schlüssel verwendet wird, darf ihn nicht sehen.</translation>
    </message>
    <message>
        <source>Harvest wants a pause</source>
        <translation>Harvest braucht eine Pause</translation>
    </message>
    <message>
        <source>Harvest takes 100 calls in 15 seconds, and 100 reports in 15 minutes. Other programs may use the same key.</source>
        <translation>Harvest nimmt 100 Aufrufe in 15 Sekunden und 100 Berichte in 15 Minuten an. Vielleicht nutzen andere Programme denselben Schlüssel.</translation>
    </message>
    <message>
        <source>Harvest could not read what was sent: %1</source>
        <translation>Harvest konnte das Gesendete nicht lesen: %1</translation>
    </message>
    <message>
        <source>Check the dates and times in the mapping.</source>
        <translation>Prüfen Sie die Datums- und Zeitangaben in der Zuordnung.</translation>
    </message>
    <message>
        <source>Harvest needs a value in %1</source>
        <translation>Harvest braucht einen Wert in %1</translation>
    </message>
    <message>
        <source>%1 is used by another record in Harvest</source>
        <translation>%1 wird in Harvest schon von einem anderen Datensatz verwendet</translation>
    </message>
    <message>
        <source>Harvest takes a name or number only once. Nothing was changed.</source>
        <translation>Harvest nimmt einen Namen oder eine Nummer nur einmal an. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The record is used elsewhere in Harvest</source>
        <translation>Der Datensatz wird in Harvest anderswo verwendet</translation>
    </message>
    <message>
        <source>Harvest deletes only what nothing else refers to.</source>
        <translation>Harvest löscht nur, worauf nichts anderes verweist.</translation>
    </message>
    <message>
        <source>Archive it instead.</source>
        <translation>Archivieren Sie ihn stattdessen.</translation>
    </message>
    <message>
        <source>The record is locked in Harvest</source>
        <translation>Der Datensatz ist in Harvest gesperrt</translation>
    </message>
    <message>
        <source>Invoiced, approved or archived work cannot be changed. Harvest says: %1</source>
        <translation>Abgerechnete, genehmigte oder archivierte Arbeit kann nicht geändert werden. Harvest meldet: %1</translation>
    </message>
    <message>
        <source>Open it in Harvest first, or leave it as it is.</source>
        <translation>Heben Sie die Sperre zuerst in Harvest auf, oder lassen Sie den Datensatz, wie er ist.</translation>
    </message>
    <message>
        <source>The record&apos;s state in Harvest does not allow this</source>
        <translation>Der Status des Datensatzes in Harvest lässt das nicht zu</translation>
    </message>
    <message>
        <source>Harvest says: %1</source>
        <translation>Harvest meldet: %1</translation>
    </message>
    <message>
        <source>Look at the record in Harvest, then press Retry.</source>
        <translation>Sehen Sie sich den Datensatz in Harvest an und wählen Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>A record that this one names is missing in Harvest</source>
        <translation>Ein Datensatz, den dieser nennt, fehlt in Harvest</translation>
    </message>
    <message>
        <source>Add the client, project, task or person in Harvest, or correct the mapping.</source>
        <translation>Legen Sie den Kunden, das Projekt, die Aufgabe oder die Person in Harvest an, oder berichtigen Sie die Zuordnung.</translation>
    </message>
    <message>
        <source>Harvest refused the record</source>
        <translation>Harvest hat den Datensatz abgelehnt</translation>
    </message>
    <message>
        <source>Harvest refused to give this out</source>
        <translation>Harvest hat die Herausgabe dieser Daten abgelehnt</translation>
    </message>
    <message>
        <source>Check the days of the reports under Connections: a report spans at most a year.</source>
        <translation>Prüfen Sie unter „Verbindungen“ die Tage der Berichte: Ein Bericht umfasst höchstens ein Jahr.</translation>
    </message>
    <message>
        <source>Harvest did not answer properly</source>
        <translation>Harvest hat nicht richtig geantwortet</translation>
    </message>
    <message>
        <source>Harvest has trouble at the moment. Records with an unclear end are looked up before they are sent again.</source>
        <translation>Harvest hat im Moment Störungen. Datensätze mit ungeklärtem Ausgang werden gesucht, bevor sie noch einmal gesendet werden.</translation>
    </message>
    <message>
        <source>Tray does not accept the key</source>
        <translation>Tray nimmt den Schlüssel nicht an</translation>
    </message>
    <message>
        <source>The key is wrong or was taken back, or it belongs to another region.</source>
        <translation>Der Schlüssel ist falsch, wurde zurückgezogen oder gehört zu einer anderen Region.</translation>
    </message>
    <message>
        <source>Enter the present master key and the region&apos;s addresses under Connections.</source>
        <translation>Geben Sie unter „Verbindungen“ den aktuellen Hauptschlüssel und die Adressen der Region ein.</translation>
    </message>
    <message>
        <source>The Tray key may not read this</source>
        <translation>Der Tray-Schlüssel darf das nicht lesen</translation>
    </message>
    <message>
        <source>It needs the master key, another role, or an add-on of Tray.</source>
        <translation>Dafür ist der Hauptschlüssel, eine andere Rolle oder ein Zusatz von Tray nötig.</translation>
    </message>
    <message>
        <source>Ask your Tray administrator for the master key.</source>
        <translation>Fragen Sie Ihre Tray-Administration nach dem Hauptschlüssel.</translation>
    </message>
    <message>
        <source>Tray does not know what was asked for</source>
        <translation>Tray kennt nicht, wonach gefragt wurde</translation>
    </message>
    <message>
        <source>A project or version is not in this organisation or region.</source>
        <translation>Ein Projekt oder eine Version ist nicht in dieser Organisation oder Region.</translation>
    </message>
    <message>
        <source>Check the project ids under Connections.</source>
        <translation>Prüfen Sie unter „Verbindungen“ die Projekt-IDs.</translation>
    </message>
    <message>
        <source>A project id of Tray is not one</source>
        <translation>Eine Projekt-ID für Tray ist keine gültige ID</translation>
    </message>
    <message>
        <source>Tray says: %1</source>
        <translation>Tray meldet: %1</translation>
    </message>
    <message>
        <source>Check the project ids under Connections; they are divided by commas.</source>
        <translation>Prüfen Sie unter „Verbindungen“ die Projekt-IDs; sie werden durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Tray could not read the question: %1</source>
        <translation>Tray konnte die Anfrage nicht lesen: %1</translation>
    </message>
    <message>
        <source>Report this with the diagnostic file.</source>
        <translation>Melden Sie uns dies mit der Diagnosedatei.</translation>
    </message>
    <message>
        <source>Tray is busy</source>
        <translation>Tray ist beschäftigt</translation>
    </message>
    <message>
        <source>Tray took too long or worked on the same thing.</source>
        <translation>Tray brauchte zu lange oder arbeitete gerade an derselben Sache.</translation>
    </message>
    <message>
        <source>Tray does not give out that much at once</source>
        <translation>Tray gibt nicht so viel auf einmal heraus</translation>
    </message>
    <message>
        <source>Name fewer projects under Connections.</source>
        <translation>Nennen Sie unter „Verbindungen“ weniger Projekte.</translation>
    </message>
    <message>
        <source>Tray wants a pause</source>
        <translation>Tray braucht eine Pause</translation>
    </message>
    <message>
        <source>Tray takes 30 calls a second and 1,800 a minute.</source>
        <translation>Tray nimmt 30 Aufrufe pro Sekunde und 1.800 pro Minute an.</translation>
    </message>
    <message>
        <source>Tray did not answer</source>
        <translation>Tray hat nicht geantwortet</translation>
    </message>
    <message>
        <source>Tray has trouble at the moment.</source>
        <translation>Tray hat im Moment Störungen.</translation>
    </message>
    <message>
        <source>This Tray account does not offer %1</source>
        <translation>Dieser Tray-Zugang bietet %1 nicht an</translation>
    </message>
    <message>
        <source>Runs of workflows are part of an older interface that Tray has not opened for every account.</source>
        <translation>Läufe von Workflows gehören zu einer älteren Schnittstelle, die Tray nicht für jeden Zugang geöffnet hat.</translation>
    </message>
    <message>
        <source>Leave this kind of record out.</source>
        <translation>Lassen Sie diese Art von Datensätzen weg.</translation>
    </message>
    <message>
        <source>Tray answered with an error</source>
        <translation>Tray hat mit einem Fehler geantwortet</translation>
    </message>
    <message>
        <source>Try again; if it stays, ask Tray&apos;s support.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es dabei, fragen Sie den Support von Tray.</translation>
    </message>
    <message>
        <source>The file “%1” is too large for the system</source>
        <translation>Die Datei „%1“ ist für das System zu groß</translation>
    </message>
    <message>
        <source>It has %2 bytes, and the system refused it for its size. Nothing was changed.</source>
        <translation>Sie hat %2 Bytes, und das System hat sie wegen ihrer Größe abgelehnt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The system did not take the file “%1”</source>
        <translation>Das System hat die Datei „%1“ nicht angenommen</translation>
    </message>
    <message>
        <source>Look at the technical details, correct what the system names, then add the file again.</source>
        <translation>Sehen Sie in die technischen Einzelheiten, berichtigen Sie, was das System nennt, und fügen Sie die Datei dann erneut hinzu.</translation>
    </message>
    <message>
        <source>The file “%1” is empty</source>
        <translation>Die Datei „%1“ ist leer</translation>
    </message>
    <message>
        <source>Choose a file that has something in it.</source>
        <translation>Wählen Sie eine Datei, die etwas enthält.</translation>
    </message>
    <message>
        <source>Another file named “%1” hangs there already</source>
        <translation>Dort hängt schon eine andere Datei namens „%1“</translation>
    </message>
    <message>
        <source>The system would put the new one in its place, and the present one would be lost. Nothing was changed.</source>
        <translation>Das System würde sie durch die neue ersetzen, und die vorhandene ginge verloren. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Give the file another name, or say that the present one is to be replaced.</source>
        <translation>Geben Sie der Datei einen anderen Namen oder legen Sie fest, dass die vorhandene ersetzt werden soll.</translation>
    </message>
    <message>
        <source>It is not known whether the file “%1” arrived</source>
        <translation>Es ist nicht bekannt, ob die Datei „%1“ angekommen ist</translation>
    </message>
    <message>
        <source>The system took it, but does not list it with the record.</source>
        <translation>Das System hat sie angenommen, führt sie aber nicht beim Datensatz auf.</translation>
    </message>
    <message>
        <source>Look at the record there before you add the file again.</source>
        <translation>Sehen Sie sich dort den Datensatz an, bevor Sie die Datei erneut hinzufügen.</translation>
    </message>
    <message>
        <source>This rule cannot be read in full</source>
        <translation>Diese Regel kann nicht vollständig gelesen werden</translation>
    </message>
    <message>
        <source>Restore an earlier version under Versions.</source>
        <translation>Stellen Sie unter „Versionen“ eine frühere Fassung wieder her.</translation>
    </message>
    <message>
        <source>Xero did not take the file</source>
        <translation>Xero hat die Datei nicht angenommen</translation>
    </message>
    <message>
        <source>Xero says: %1</source>
        <translation>Xero meldet: %1</translation>
    </message>
    <message>
        <source>Correct what Xero names, then add the file again.</source>
        <translation>Berichtigen Sie, was Xero nennt, und fügen Sie die Datei dann erneut hinzu.</translation>
    </message>
    <message>
        <source>It was left as it is, and nothing was saved.</source>
        <translation>Sie blieb, wie sie ist, und es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Choose another name, or say that it is to be overwritten.</source>
        <translation>Wählen Sie einen anderen Namen oder legen Sie fest, dass sie überschrieben werden soll.</translation>
    </message>
    <message>
        <source>Choose a folder that is there, or make it first.</source>
        <translation>Wählen Sie einen vorhandenen Ordner oder legen Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>“%1” could not be saved</source>
        <translation>„%1“ konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The computer says: %2</source>
        <translation>Der Computer meldet: %2</translation>
    </message>
    <message>
        <source>Check that the folder is there, that you may write to it, and that the disk has room.</source>
        <translation>Prüfen Sie, ob es den Ordner gibt, ob Sie darin schreiben dürfen und ob der Datenträger Platz hat.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read</source>
        <translation>Die Datei „%1“ kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Check its name and that you may open it.</source>
        <translation>Prüfen Sie ihren Namen und ob Sie sie öffnen dürfen.</translation>
    </message>
    <message>
        <source>No file named “%1” hangs on this record</source>
        <translation>An diesem Datensatz hängt keine Datei namens „%1“</translation>
    </message>
    <message>
        <source>Look at the list of its files and use a name from it.</source>
        <translation>Sehen Sie in die Liste seiner Dateien und verwenden Sie einen Namen daraus.</translation>
    </message>
    <message>
        <source>%2 files of this record are named “%1”</source>
        <translation>%2 Dateien dieses Datensatzes heißen „%1“</translation>
    </message>
    <message>
        <source>The system lets several files have one name.</source>
        <translation>Das System lässt mehrere Dateien mit gleichem Namen zu.</translation>
    </message>
    <message>
        <source>Name the one that is meant by its id.</source>
        <translation>Nennen Sie die gemeinte mit ihrer Kennung.</translation>
    </message>
    <message>
        <source>The file did not arrive</source>
        <translation>Die Datei ist nicht angekommen</translation>
    </message>
    <message>
        <source>Add it again.</source>
        <translation>Fügen Sie sie erneut hinzu.</translation>
    </message>
    <message>
        <source>The file “%1” did not arrive</source>
        <translation>Die Datei „%1“ ist nicht angekommen</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Salesforce takes nothing of this size in one piece</source>
        <translation>Salesforce nimmt nichts von dieser Größe in einem Stück an</translation>
    </message>
    <message>
        <source>Make it smaller, or add it by hand in Salesforce.</source>
        <translation>Verkleinern Sie sie oder fügen Sie sie in Salesforce von Hand hinzu.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>date with time</source>
        <translation>Datum mit Uhrzeit</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>die Angabe fehlt</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>die Angabe ist leer</translation>
    </message>
    <message>
        <source>a text belongs there</source>
        <translation>dorthin gehört ein Text</translation>
    </message>
    <message>
        <source>a list belongs there</source>
        <translation>dorthin gehört eine Liste</translation>
    </message>
    <message>
        <source>only texts belong into that list</source>
        <translation>in diese Liste gehören nur Texte</translation>
    </message>
    <message>
        <source>something in { } belongs there</source>
        <translation>dorthin gehört etwas in { }</translation>
    </message>
    <message>
        <source>a whole number belongs there</source>
        <translation>dorthin gehört eine ganze Zahl</translation>
    </message>
    <message>
        <source>true or false belongs there</source>
        <translation>dorthin gehört true oder false</translation>
    </message>
    <message>
        <source>a formula starts with “=”</source>
        <translation>eine Formel beginnt mit „=“</translation>
    </message>
    <message>
        <source>only a list has lines, and “each” is missing</source>
        <translation>nur eine Liste hat Zeilen, und „each“ fehlt</translation>
    </message>
    <message>
        <source>a list has lines and no formula of its own</source>
        <translation>eine Liste hat Zeilen und keine eigene Formel</translation>
    </message>
    <message>
        <source>that word is not known there</source>
        <translation>dieses Wort ist dort nicht bekannt</translation>
    </message>
    <message>
        <source>nothing of that name belongs there</source>
        <translation>dorthin gehört nichts mit diesem Namen</translation>
    </message>
    <message>
        <source>its beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source> or </source>
        <extracomment>between two kinds of values: number or text</extracomment>
        <translation> oder </translation>
    </message>
    <message>
        <source>“%1” stands there twice</source>
        <translation>„%1“ steht dort zweimal</translation>
    </message>
    <message>
        <source>The file %1 cannot be read at line %2, character %3</source>
        <translation>Die Datei %1 ist in Zeile %2 bei Zeichen %3 nicht lesbar</translation>
    </message>
    <message>
        <source>Write one whole record a line, then run it again.</source>
        <translation>Schreiben Sie je Zeile einen ganzen Datensatz und starten Sie den Befehl erneut.</translation>
    </message>
    <message>
        <source>%1 rules of the mapping do not work</source>
        <translation>%1 Regeln der Zuordnung funktionieren nicht</translation>
    </message>
    <message>
        <source>The others fill %3.</source>
        <translation>Die anderen füllen %3.</translation>
    </message>
    <message>
        <source>Correct them on the Map step.</source>
        <translation>Berichtigen Sie sie im Schritt „Zuordnen“.</translation>
    </message>
    <message>
        <source>%1 rules of the mapping do not work. The first: %2</source>
        <extracomment>%1 counts rules, %2 says what is wrong with the first of them</extracomment>
        <translation>%1 Regeln der Zuordnung funktionieren nicht. Die erste: %2</translation>
    </message>
    <message>
        <source>A comma, a bracket or a quotation mark is missing there or too many, or the file was cut off.</source>
        <translation>Dort fehlt ein Komma, eine Klammer oder ein Anführungszeichen oder steht zu viel, oder die Datei wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>It is nested too deep there.</source>
        <translation>Sie ist dort zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>It is not stored as UTF-8.</source>
        <translation>Sie ist nicht als UTF-8 gespeichert.</translation>
    </message>
    <message>
        <source>Save it again as UTF-8, then try again.</source>
        <translation>Speichern Sie sie als UTF-8 und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>A number has at most 38 digits.</source>
        <translation>Eine Zahl hat höchstens 38 Stellen.</translation>
    </message>
    <message>
        <source>The same name stands twice there.</source>
        <translation>Derselbe Name steht dort zweimal.</translation>
    </message>
    <message>
        <source>Its stored form was changed by hand or by another program. What is readable is shown.</source>
        <translation>Die gespeicherte Form wurde von Hand oder von einem anderen Programm geändert. Gezeigt wird, was lesbar ist.</translation>
    </message>
    <message>
        <source>This rule cannot be read in full, at “%1”: %2</source>
        <extracomment>%1 is a place in the document, %2 what is wrong there</extracomment>
        <translation>Diese Regel ist nicht ganz lesbar, bei „%1“: %2</translation>
    </message>
    <message>
        <source>A line of the input is cut off</source>
        <translation>Eine Zeile der Eingabe ist abgeschnitten</translation>
    </message>
    <message>
        <source>It ends before its record does.</source>
        <translation>Sie endet vor ihrem Datensatz.</translation>
    </message>
    <message>
        <source>A line of the input is not stored as UTF-8</source>
        <translation>Eine Zeile der Eingabe ist nicht als UTF-8 gespeichert</translation>
    </message>
    <message>
        <source>Letters beyond A to Z would come out wrong.</source>
        <translation>Buchstaben jenseits von A bis Z würden falsch herauskommen.</translation>
    </message>
    <message>
        <source>Save the input as UTF-8, then run it again.</source>
        <translation>Speichern Sie die Eingabe als UTF-8 und starten Sie den Befehl erneut.</translation>
    </message>
    <message>
        <source>A line of the input cannot be read</source>
        <translation>Eine Zeile der Eingabe ist nicht lesbar</translation>
    </message>
    <message>
        <source>A comma, a bracket or a quotation mark is missing or too many.</source>
        <translation>Ein Komma, eine Klammer oder ein Anführungszeichen fehlt oder ist zu viel.</translation>
    </message>
    <message>
        <source>A number in a line of the input cannot be read</source>
        <translation>Eine Zahl in einer Zeile der Eingabe ist nicht lesbar</translation>
    </message>
    <message>
        <source>It is not written as a number, or it has more than 38 digits.</source>
        <translation>Sie ist nicht als Zahl geschrieben oder hat mehr als 38 Stellen.</translation>
    </message>
    <message>
        <source>A line of the input goes on after its record</source>
        <translation>Eine Zeile der Eingabe geht nach ihrem Datensatz weiter</translation>
    </message>
    <message>
        <source>What comes behind it would be lost.</source>
        <translation>Was dahinter steht, ginge verloren.</translation>
    </message>
    <message>
        <source>A text in a line of the input cannot be read</source>
        <translation>Ein Text in einer Zeile der Eingabe ist nicht lesbar</translation>
    </message>
    <message>
        <source>It holds half a character, or a sign that has to be written in another way.</source>
        <translation>Er enthält ein halbes Zeichen oder eines, das anders geschrieben werden muss.</translation>
    </message>
    <message>
        <source>A record is nested more than %1 deep</source>
        <translation>Ein Datensatz ist tiefer als %1-fach verschachtelt</translation>
    </message>
    <message>
        <source>No system sends such records; the line may be damaged.</source>
        <translation>Kein System sendet solche Datensätze; die Zeile ist vielleicht beschädigt.</translation>
    </message>
    <message>
        <source>A line of the input is longer than %1 MB</source>
        <translation>Eine Zeile der Eingabe ist länger als %1 MB</translation>
    </message>
    <message>
        <source>Split the record, then run it again.</source>
        <translation>Teilen Sie den Datensatz und starten Sie den Befehl erneut.</translation>
    </message>
    <message>
        <source>The field keeps fewer digits than the formula gives</source>
        <translation>Das Feld behält weniger Stellen, als die Formel liefert</translation>
    </message>
    <message>
        <source>The formula gives %1, and the field keeps %2 decimal places</source>
        <translation>Die Formel liefert %1, und das Feld behält %2 Nachkommastellen</translation>
    </message>
    <message>
        <source>The text is longer than the field</source>
        <translation>Der Text ist länger als das Feld</translation>
    </message>
    <message>
        <source>The text has %1 characters, and the field takes %2</source>
        <translation>Der Text hat %1 Zeichen, und das Feld fasst %2</translation>
    </message>
    <message>
        <source>The value does not fit the field</source>
        <translation>Der Wert passt nicht zum Feld</translation>
    </message>
    <message>
        <source>Its stored form was changed by hand or is damaged.</source>
        <translation>Die gespeicherte Form wurde von Hand geändert oder ist beschädigt.</translation>
    </message>
    <message>
        <source>A lookup table cannot be read at “%1”: %2</source>
        <translation>Eine Nachschlagetabelle ist bei „%1“ nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The formula for “%1” does not work</source>
        <translation>Die Formel für „%1“ funktioniert nicht</translation>
    </message>
    <message>
        <source>The formula for “%1” does not work: %2</source>
        <translation>Die Formel für „%1“ funktioniert nicht: %2</translation>
    </message>
    <message>
        <source>Correct it at that place, or restore an earlier version under Versions.</source>
        <translation>Berichtigen Sie sie an dieser Stelle oder stellen Sie unter „Versionen“ eine frühere wieder her.</translation>
    </message>
    <message>
        <source>The mapping cannot be read at “%1”: %2</source>
        <extracomment>%1 is a place in the document, %2 what is wrong there</extracomment>
        <translation>Die Zuordnung ist bei „%1“ nicht lesbar: %2</translation>
    </message>
    <message>
        <source>A mapping line fills “%1”, which is no name of a field</source>
        <translation>Eine Zeile der Zuordnung füllt „%1“; das ist kein Feldname</translation>
    </message>
    <message>
        <source>“%1” is mapped twice</source>
        <translation>„%1“ ist zweimal zugeordnet</translation>
    </message>
    <message>
        <source>At most 8 lists may stand inside each other.</source>
        <translation>Höchstens 8 Listen dürfen ineinander stehen.</translation>
    </message>
    <message>
        <source>The list “%1” is nested too deep</source>
        <translation>Die Liste „%1“ ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>No formula fills “%1” for this record</source>
        <translation>Keine Formel füllt „%1“ bei diesem Datensatz</translation>
    </message>
    <message>
        <source>Texts stand between straight quotation marks (&quot;), fields between square brackets.</source>
        <translation>Texte stehen zwischen geraden Anführungszeichen (&quot;), Felder zwischen eckigen Klammern.</translation>
    </message>
    <message>
        <source>A number has one decimal sign and at most 38 digits.</source>
        <translation>Eine Zahl hat ein Dezimalzeichen und höchstens 38 Ziffern.</translation>
    </message>
    <message>
        <source>[..Field] is a field of the record around a line, and this formula is not inside of lines.</source>
        <translation>[..Feld] ist ein Feld des Datensatzes um eine Position; diese Formel steht nicht in Positionen.</translation>
    </message>
    <message>
        <source>A text may be longer than the field</source>
        <translation>Ein Text kann länger sein als das Feld</translation>
    </message>
    <message>
        <source>Longer texts are refused by the other system.</source>
        <translation>Das andere System lehnt längere Texte ab.</translation>
    </message>
    <message>
        <source>Use LEFT on the Map step to cut it.</source>
        <translation>Kürzen Sie ihn im Schritt „Zuordnen“ mit LEFT.</translation>
    </message>
    <message>
        <source>The text may have %1 characters, and the field takes %2</source>
        <translation>Der Text kann %1 Zeichen haben, und das Feld fasst %2</translation>
    </message>
    <message>
        <source>A number may have more digits than the field keeps</source>
        <translation>Eine Zahl kann mehr Nachkommastellen haben, als das Feld behält</translation>
    </message>
    <message>
        <source>The number may have %1 decimal places, and the field keeps %2</source>
        <translation>Die Zahl kann %1 Nachkommastellen haben, und das Feld behält %2</translation>
    </message>
    <message>
        <source>A value of the source is no choice of the field</source>
        <translation>Ein Wert der Quelle steht nicht zur Auswahl des Feldes</translation>
    </message>
    <message>
        <source>Use a lookup table or SWITCH on the Map step to choose.</source>
        <translation>Wählen Sie im Schritt „Zuordnen“ mit einer Nachschlagetabelle oder mit SWITCH aus.</translation>
    </message>
    <message>
        <source>“%1” can come from the source, and the field does not know it</source>
        <translation>„%1“ kann aus der Quelle kommen, und das Feld kennt es nicht</translation>
    </message>
    <message>
        <source>Digits are written 0 or #, a point before decimals, a comma between thousands; days d, months m, years y, hours h, minutes m and seconds s. Other letters stand between quotation marks.</source>
        <translation>Ziffern werden als 0 oder # geschrieben, mit einem Punkt vor den Nachkommastellen und einem Komma zwischen den Tausendern; Tage als d, Monate als m, Jahre als y, Stunden als h, Minuten als m und Sekunden als s. Andere Buchstaben stehen zwischen Anführungszeichen.</translation>
    </message>
    <message>
        <source>Parentheses and brackets in it must be closed, or have \ before them.</source>
        <translation>Runde und eckige Klammern darin müssen geschlossen sein oder \ vor sich haben.</translation>
    </message>
    <message>
        <source>A formula calculates with a date as if it were a number</source>
        <translation>Eine Formel rechnet mit einem Datum wie mit einer Zahl</translation>
    </message>
    <message>
        <source>Days can be added to a date or taken from it, and two dates give the days between them.</source>
        <translation>Zu einem Datum lassen sich Tage hinzuzählen oder davon abziehen, und zwei Daten ergeben die Tage dazwischen.</translation>
    </message>
    <message>
        <source>Lists are put side by side line by line, so they need the same number of lines.</source>
        <translation>Listen werden Zeile für Zeile nebeneinandergelegt und brauchen deshalb gleich viele Zeilen.</translation>
    </message>
    <message>
        <source>A test is TRUE, FALSE or a number; a text is compared, as in [Status] = &quot;Paid&quot;.</source>
        <translation>Eine Bedingung ist TRUE, FALSE oder eine Zahl; ein Text wird verglichen, etwa [Status] = &quot;Paid&quot;.</translation>
    </message>
    <message>
        <source>A formula has no numbers to count with</source>
        <translation>Eine Formel hat keine Zahlen, mit denen sie rechnen kann</translation>
    </message>
    <message>
        <source>The list is empty, or none of its lines fits.</source>
        <translation>Die Liste ist leer, oder keine ihrer Zeilen passt.</translation>
    </message>
    <message>
        <source>Use IFERROR on the Map step to say what happens then.</source>
        <translation>Sagen Sie im Schritt „Zuordnen“ mit IFERROR, was dann gilt.</translation>
    </message>
    <message>
        <source>AND, OR and XOR need at least one value that is TRUE or FALSE.</source>
        <translation>AND, OR und XOR brauchen mindestens einen Wert, der TRUE oder FALSE ist.</translation>
    </message>
    <message>
        <source>A count cannot be negative, places are counted from 1, and a list ends with its last line.</source>
        <translation>Eine Anzahl kann nicht negativ sein, Stellen werden ab 1 gezählt, und eine Liste endet mit ihrer letzten Zeile.</translation>
    </message>
    <message>
        <source>A power or a root in a formula has no exact value</source>
        <translation>Eine Potenz oder Wurzel in einer Formel hat keinen genauen Wert</translation>
    </message>
    <message>
        <source>Only whole and half powers are computed, no root of a negative number and not 0 ^ 0.</source>
        <translation>Berechnet werden nur ganze und halbe Potenzen, keine Wurzel einer negativen Zahl und nicht 0 ^ 0.</translation>
    </message>
    <message>
        <source>A formula uses a whole record or list where one value belongs</source>
        <translation>Eine Formel verwendet einen ganzen Datensatz oder eine ganze Liste, wo ein einzelner Wert hingehört</translation>
    </message>
    <message>
        <source>A year has fewer than four digits</source>
        <translation>Ein Jahr hat weniger als vier Ziffern</translation>
    </message>
    <message>
        <source>It could be in this century or in the last.</source>
        <translation>Es könnte in diesem oder im letzten Jahrhundert liegen.</translation>
    </message>
    <message>
        <source>“%1” is not a year of four digits</source>
        <translation>„%1“ ist kein Jahr mit vier Ziffern</translation>
    </message>
    <message>
        <source>The number and the step must both be positive or both be negative.</source>
        <translation>Die Zahl und der Schritt müssen beide positiv oder beide negativ sein.</translation>
    </message>
    <message>
        <source>It is not an object, or its member “formula” is not a text.</source>
        <translation>Sie ist kein Objekt, oder ihr Element „formula“ ist kein Text.</translation>
    </message>
    <message>
        <source>“%2” is not a date</source>
        <translation>„%2“ ist kein Datum</translation>
    </message>
    <message>
        <source>“%1” takes only dates that are in the calendar, written 2026-11-21.</source>
        <translation>„%1“ nimmt nur Daten auf, die es im Kalender gibt, geschrieben 2026-11-21.</translation>
    </message>
    <message>
        <source>Correct the source record, or make a date of it on the Map step.</source>
        <translation>Berichtigen Sie den Datensatz an der Quelle, oder machen Sie im Schritt „Zuordnen“ ein Datum daraus.</translation>
    </message>
    <message>
        <source>“%2” is not a number</source>
        <translation>„%2“ ist keine Zahl</translation>
    </message>
    <message>
        <source>“%1” takes only numbers, written 1250.00.</source>
        <translation>„%1“ nimmt nur Zahlen auf, geschrieben 1250.00.</translation>
    </message>
    <message>
        <source>Correct the source record, or make a number of it on the Map step.</source>
        <translation>Berichtigen Sie den Datensatz an der Quelle, oder machen Sie im Schritt „Zuordnen“ eine Zahl daraus.</translation>
    </message>
    <message>
        <source>A value is not a date</source>
        <translation>Ein Wert ist kein Datum</translation>
    </message>
    <message>
        <source>A value is not a number</source>
        <translation>Ein Wert ist keine Zahl</translation>
    </message>
</context>
</TS>
