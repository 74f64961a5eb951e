<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CheckCommand</name>
    <message>
        <source>&quot;%1&quot; is neither a service nor a source.
</source>
        <translation>„%1“ ist weder ein Dienst noch eine Quelle.
</translation>
    </message>
</context>
<context>
    <name>CheckTable</name>
    <message>
        <source>SERVICE</source>
        <translation>DIENST</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>QUELLE</translation>
    </message>
    <message>
        <source>AGE</source>
        <translation>ALTER</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Go to the overview</source>
        <translation>Zur Übersicht</translation>
    </message>
    <message>
        <source>Go to the alerts</source>
        <translation>Zu den Alarmen</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>Zu den Einstellungen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Look again now</source>
        <translation>Jetzt neu prüfen</translation>
    </message>
    <message>
        <source>Full screen on or off</source>
        <translation>Vollbild ein oder aus</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Mark or unmark</source>
        <translation>Markieren oder Markierung aufheben</translation>
    </message>
    <message>
        <source>Mark all that are listed</source>
        <translation>Alle gelisteten markieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Open at its source</source>
        <translation>In der Quelle öffnen</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Group storms or list every alert</source>
        <translation>Alarmfluten bündeln oder jeden Alarm listen</translation>
    </message>
    <message>
        <source>Theme: as the desktop</source>
        <translation>Farben: wie der Desktop</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Farben: dunkel</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Farben: hell</translation>
    </message>
    <message>
        <source>Theme: high contrast</source>
        <translation>Farben: hoher Kontrast</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Undo the last acknowledgement or silence</source>
        <translation>Die letzte Übernahme oder Stummschaltung zurücknehmen</translation>
    </message>
    <message>
        <source>Sort by state</source>
        <translation>Nach Zustand ordnen</translation>
    </message>
    <message>
        <source>Sort by severity</source>
        <translation>Nach Schwere ordnen</translation>
    </message>
    <message>
        <source>Sort by alert</source>
        <translation>Nach Alarm ordnen</translation>
    </message>
    <message>
        <source>Sort by summary</source>
        <translation>Nach Zusammenfassung ordnen</translation>
    </message>
    <message>
        <source>Sort by service</source>
        <translation>Nach Dienst ordnen</translation>
    </message>
    <message>
        <source>Sort by source</source>
        <translation>Nach Quelle ordnen</translation>
    </message>
    <message>
        <source>Sort by age</source>
        <translation>Nach Alter ordnen</translation>
    </message>
    <message>
        <source>Sort by who has it</source>
        <translation>Danach ordnen, wer es hat</translation>
    </message>
    <message>
        <source>Go to the incident</source>
        <translation>Zum Vorfall</translation>
    </message>
    <message>
        <source>Declare an incident</source>
        <translation>Vorfall ausrufen</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Pin or unpin an entry</source>
        <translation>Eintrag anheften oder lösen</translation>
    </message>
    <message>
        <source>Correct an entry</source>
        <translation>Eintrag berichtigen</translation>
    </message>
    <message>
        <source>Next incident</source>
        <translation>Nächster Vorfall</translation>
    </message>
    <message>
        <source>Copy the report of the incident</source>
        <translation>Bericht des Vorfalls kopieren</translation>
    </message>
    <message>
        <source>Updates, history, drills: with a later version</source>
        <translation>Meldungen, Verlauf, Übungen: in einer späteren Version</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>one pass of every check and source; prints a table, ends with 0 ok, 1 degraded, 2 down, 3 unknown</source>
        <translation>ein Durchgang aller Prüfungen und Quellen; gibt eine Tabelle aus, endet mit 0 ok, 1 gestört, 2 down, 3 unbekannt</translation>
    </message>
    <message>
        <source>tells every mistake in a configuration, with file, line and column</source>
        <translation>nennt jeden Fehler einer Konfiguration, mit Datei, Zeile und Spalte</translation>
    </message>
    <message>
        <source>prints the JSON Schema of the configuration, for editors</source>
        <translation>gibt das JSON-Schema der Konfiguration aus, für Editoren</translation>
    </message>
    <message>
        <source>runs the simulated shop on loopback until interrupted</source>
        <translation>betreibt den simulierten Shop auf Loopback bis zum Abbruch</translation>
    </message>
    <message>
        <source>a station without a window</source>
        <translation>eine Station ohne Fenster</translation>
    </message>
    <message>
        <source>polls for real, then writes a picture, without a display</source>
        <translation>fragt wirklich ab und schreibt dann ein Bild, ohne Bildschirm</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>dieser Text</translation>
    </message>
    <message>
        <source>configuration file or folder</source>
        <translation>Konfigurationsdatei oder -ordner</translation>
    </message>
    <message>
        <source>folder for journal and history</source>
        <translation>Ordner für Journal und Verlauf</translation>
    </message>
    <message>
        <source>a second set of configuration and data</source>
        <translation>ein zweiter Satz aus Konfiguration und Daten</translation>
    </message>
    <message>
        <source>watch the built-in simulated shop</source>
        <translation>den eingebauten simulierten Shop beobachten</translation>
    </message>
    <message>
        <source>dark, light or contrast</source>
        <translation>dark, light oder contrast</translation>
    </message>
    <message>
        <source>language of the screens, e.g. de</source>
        <translation>Sprache der Anzeige, z. B. de</translation>
    </message>
    <message>
        <source>check: one JSON object instead of a table</source>
        <translation>check: ein JSON-Objekt statt einer Tabelle</translation>
    </message>
    <message>
        <source>the wall display</source>
        <translation>die Wand</translation>
    </message>
    <message>
        <source>wall: name of the screen</source>
        <translation>wall: Name des Bildschirms</translation>
    </message>
    <message>
        <source>wall: time per page, e.g. 30s</source>
        <translation>wall: Zeit je Seite, z. B. 30s</translation>
    </message>
    <message>
        <source>wall: everything on one page</source>
        <translation>wall: alles auf einer Seite</translation>
    </message>
    <message>
        <source>snapshot: width and height, e.g. 1920x1080</source>
        <translation>snapshot: Breite und Höhe, z. B. 1920x1080</translation>
    </message>
    <message>
        <source>snapshot: how long to watch first, e.g. 30s</source>
        <translation>snapshot: wie lange vorher beobachtet wird, z. B. 30s</translation>
    </message>
    <message>
        <source>shop: port to listen on</source>
        <translation>shop: Port, auf dem er lauscht</translation>
    </message>
    <message>
        <source>the version</source>
        <translation>die Version</translation>
    </message>
    <message>
        <source>--%1 takes a duration such as 30s, not &quot;%2&quot;</source>
        <translation>--%1 braucht eine Dauer wie 30s, nicht „%2“</translation>
    </message>
    <message>
        <source>--%1 is one of %2, not &quot;%3&quot;</source>
        <translation>--%1 ist eins von %2, nicht „%3“</translation>
    </message>
    <message>
        <source>--size is width and height such as 1920x1080, not &quot;%1&quot;</source>
        <translation>--size ist Breite und Höhe wie 1920x1080, nicht „%1“</translation>
    </message>
    <message>
        <source>--port is a number from 1 to 65535, not &quot;%1&quot;</source>
        <translation>--port ist eine Zahl von 1 bis 65535, nicht „%1“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a command</source>
        <translation>„%1“ ist kein Befehl</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many</source>
        <translation>„%1“ ist ein Wort zu viel</translation>
    </message>
    <message>
        <source>snapshot needs --out FILE</source>
        <translation>snapshot braucht --out DATEI</translation>
    </message>
    <message>
        <source>Tocsin, the war room of an online shop.</source>
        <translation>Tocsin, das Lagezentrum eines Online-Shops.</translation>
    </message>
    <message>
        <source>wall: percent darker from 22 to 6 while nothing is down, 0 to 80</source>
        <translation>Wand: um so viel Prozent dunkler von 22 bis 6 Uhr, solange nichts ausgefallen ist, 0 bis 80</translation>
    </message>
    <message>
        <source>--night-dim is a number from 0 to 80, not &quot;%1&quot;</source>
        <translation>--night-dim ist eine Zahl von 0 bis 80, nicht „%1“</translation>
    </message>
    <message>
        <source>--wall stands without a command</source>
        <translation>--wall steht ohne Befehl</translation>
    </message>
    <message>
        <source>--json goes with check only</source>
        <translation>--json gehört nur zu check</translation>
    </message>
    <message>
        <source>--profile is a plain name, not a path such as &quot;%1&quot;</source>
        <translation>--profile ist ein einfacher Name, kein Pfad wie &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the report of an incident, by its name or &quot;last&quot;; without one, a list of all</source>
        <translation>der Bericht eines Vorfalls, nach seinem Namen oder „last“; ohne einen die Liste aller</translation>
    </message>
    <message>
        <source>every event of the journal, one JSON object a line</source>
        <translation>jedes Ereignis des Journals, ein JSON-Objekt je Zeile</translation>
    </message>
    <message>
        <source>snapshot: overview, alerts, incident or wall</source>
        <translation>snapshot: overview, alerts, incident oder wall</translation>
    </message>
    <message>
        <source>snapshot, report: the file to write</source>
        <translation>snapshot, report: die Datei, die geschrieben wird</translation>
    </message>
    <message>
        <source>report: md or json</source>
        <translation>report: md oder json</translation>
    </message>
    <message>
        <source>sends a test message through a channel, and tells how far it came</source>
        <translation>schickt eine Probe durch einen Kanal und sagt, wie weit sie gekommen ist</translation>
    </message>
    <message>
        <source>notify-test: to this address instead of the channel&apos;s own</source>
        <translation>notify-test: an diese Adresse statt an die des Kanals</translation>
    </message>
    <message>
        <source>notify-test needs the name of a channel</source>
        <translation>notify-test braucht den Namen eines Kanals</translation>
    </message>
</context>
<context>
    <name>Deliveries</name>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1, Versuch %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
</context>
<context>
    <name>ItemRows</name>
    <message>
        <source>%1 has it</source>
        <translation>%1 hat es</translation>
    </message>
    <message>
        <source>proven %1</source>
        <translation>belegt: %1</translation>
    </message>
    <message>
        <source>never proven</source>
        <translation>nie belegt</translation>
    </message>
    <message>
        <source>flapping</source>
        <translation>flattert</translation>
    </message>
    <message>
        <source>alert %1</source>
        <translation>Alarm %1</translation>
    </message>
</context>
<context>
    <name>NotifyCommand</name>
    <message>
        <source>The configuration has no channels.</source>
        <translation>In der Konfiguration stehen keine Kanäle.</translation>
    </message>
    <message>
        <source>There is no channel &quot;%1&quot;; there are: %2.</source>
        <translation>Es gibt keinen Kanal „%1“, aber diese: %2.</translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>dns</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>tls</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>first byte</source>
        <translation>erstes Byte</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Rest</translation>
    </message>
</context>
<context>
    <name>Phrase</name>
    <message>
        <source>%1 is not in the answer</source>
        <translation>%1 fehlt in der Antwort</translation>
    </message>
    <message>
        <source>The answer has no header %1</source>
        <translation>Die Antwort hat keinen Header %1</translation>
    </message>
    <message>
        <source>No certificate was shown</source>
        <translation>Es wurde kein Zertifikat gezeigt</translation>
    </message>
    <message>
        <source>The answer has no body that could be read</source>
        <translation>Die Antwort hat keinen lesbaren Inhalt</translation>
    </message>
    <message>
        <source>It is not known which address answered</source>
        <translation>Unbekannt, welche Adresse geantwortet hat</translation>
    </message>
    <message>
        <source>%1: is %2, which cannot be compared so</source>
        <translation>%1: ist %2, das lässt sich so nicht vergleichen</translation>
    </message>
    <message>
        <source>This program cannot ask name servers</source>
        <translation>Dieses Programm kann keine Nameserver fragen</translation>
    </message>
    <message>
        <source>The name %1 does not exist</source>
        <translation>Den Namen %1 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 has no record of type %2</source>
        <translation>%1 hat keinen Eintrag vom Typ %2</translation>
    </message>
    <message>
        <source>The name server does not let us ask (%1)</source>
        <translation>Der Nameserver verweigert die Auskunft (%1)</translation>
    </message>
    <message>
        <source>The name server answered %1</source>
        <translation>Der Nameserver antwortete %1</translation>
    </message>
    <message>
        <source>%1 is missing: there is %2</source>
        <translation>%1 fehlt, vorhanden: %2</translation>
    </message>
    <message>
        <source>The answer came from another address: %1</source>
        <translation>Die Antwort kam von einer anderen Adresse: %1</translation>
    </message>
    <message>
        <source>The server did not let us look (status %1)</source>
        <translation>Der Server verweigert den Zugang (Status %1)</translation>
    </message>
    <message>
        <source>Answered with status %1</source>
        <translation>Antwort mit Status %1</translation>
    </message>
    <message>
        <source>Status %1 proves nothing</source>
        <translation>Status %1 beweist nichts</translation>
    </message>
    <message>
        <source>A sign-in page came instead of the answer</source>
        <translation>Statt der Antwort kam eine Anmeldeseite</translation>
    </message>
    <message>
        <source>A sign-in page came instead of JSON</source>
        <translation>Statt JSON kam eine Anmeldeseite</translation>
    </message>
    <message>
        <source>HTML came instead of JSON</source>
        <translation>Statt JSON kam HTML</translation>
    </message>
    <message>
        <source>The answer is not valid JSON, or cut off</source>
        <translation>Die Antwort ist kein gültiges JSON oder abgeschnitten</translation>
    </message>
    <message>
        <source>The answer is no JSON: its content type is %1</source>
        <translation>Die Antwort ist kein JSON: ihr Content-Type ist %1</translation>
    </message>
    <message>
        <source>The answer does not say what it is: no content type</source>
        <translation>Die Antwort sagt nicht, was sie ist: kein Content-Type</translation>
    </message>
    <message>
        <source>JSON came as %1: the wrong content type</source>
        <translation>JSON kam als %1: falscher Content-Type</translation>
    </message>
    <message>
        <source>The answer is empty, which proves nothing</source>
        <translation>Die Antwort ist leer, das beweist nichts</translation>
    </message>
    <message>
        <source>HEAD brings no body: say which status is expected, as in [STATUS] == 200</source>
        <translation>HEAD bringt keinen Inhalt: den erwarteten Status angeben, etwa [STATUS] == 200</translation>
    </message>
    <message>
        <source>A page proves nothing by itself: say what it must contain, as in [BODY] == pat(*Checkout*)</source>
        <translation>Eine Seite allein beweist nichts: angeben, was sie enthalten muss, etwa [BODY] == pat(*Checkout*)</translation>
    </message>
    <message>
        <source>This is no health answer that we know: say what proves it, as in [BODY].status == UP</source>
        <translation>Diese Form einer Health-Antwort ist unbekannt: angeben, was als Beleg gilt, etwa [BODY].status == UP</translation>
    </message>
    <message>
        <source>It says of itself: %1</source>
        <translation>Eigenangabe: %1</translation>
    </message>
    <message>
        <source>The health answer ends before its verdict</source>
        <translation>Die Health-Antwort endet vor ihrem Urteil</translation>
    </message>
    <message>
        <source>A part is not well: %1</source>
        <translation>Ein Teil ist nicht gesund: %1</translation>
    </message>
    <message>
        <source>%1: is %2</source>
        <translation>%1: ist %2</translation>
    </message>
    <message>
        <source>degraded, %1: is %2</source>
        <translation>gestört, %1: ist %2</translation>
    </message>
    <message>
        <source>The certificate ended on %1</source>
        <translation>Das Zertifikat ist am %1 abgelaufen</translation>
    </message>
    <message>
        <source>The certificate is only good from %1 on</source>
        <translation>Das Zertifikat gilt erst ab %1</translation>
    </message>
    <message>
        <source>The certificate ends in %1, on %2</source>
        <translation>Das Zertifikat läuft in %1 ab, am %2</translation>
    </message>
    <message>
        <source>The server showed no certificate</source>
        <translation>Der Server hat kein Zertifikat gezeigt</translation>
    </message>
    <message>
        <source>The simulated shop cannot listen on port %1 of 127.0.0.1</source>
        <translation>Der simulierte Shop kann nicht auf Port %1 von 127.0.0.1 lauschen</translation>
    </message>
    <message>
        <source>its source cannot be asked</source>
        <translation>die Quelle lässt sich nicht fragen</translation>
    </message>
    <message>
        <source>acknowledging broke by a fault of the program: %1</source>
        <translation>die Übernahme brach durch einen Programmfehler ab: %1</translation>
    </message>
    <message>
        <source>the alert is gone</source>
        <translation>den Alarm gibt es nicht mehr</translation>
    </message>
    <message>
        <source>there is no such check</source>
        <translation>diese Prüfung gibt es nicht</translation>
    </message>
    <message>
        <source>the check is OK: there is nothing to take over</source>
        <translation>die Prüfung ist OK: nichts zu übernehmen</translation>
    </message>
    <message>
        <source>nobody has acknowledged it</source>
        <translation>niemand hat es übernommen</translation>
    </message>
    <message>
        <source>failed while this station was blind, which proves nothing: %1</source>
        <translation>fehlgeschlagen, während diese Station blind war, das beweist nichts: %1</translation>
    </message>
    <message>
        <source>this check cannot be run: nothing knows the type %1</source>
        <translation>diese Prüfung kann nicht laufen: der Typ %1 ist unbekannt</translation>
    </message>
    <message>
        <source>this check broke by a fault of the program: %1</source>
        <translation>diese Prüfung brach durch einen Programmfehler ab: %1</translation>
    </message>
    <message>
        <source>failed %1 of %2 times before it counts: %3</source>
        <translation>fehlgeschlagen, %1 von %2 Mal, bevor es zählt: %3</translation>
    </message>
    <message>
        <source>impaired %1 of %2 times before it counts: %3</source>
        <translation>beeinträchtigt, %1 von %2 Mal, bevor es zählt: %3</translation>
    </message>
    <message>
        <source>answers again, %1 of %2 times before it counts</source>
        <translation>antwortet wieder, %1 von %2 Mal, bevor es zählt</translation>
    </message>
    <message>
        <source>no valid answer for more than %1, the last one at %2</source>
        <translation>keine gültige Antwort seit mehr als %1, die letzte um %2</translation>
    </message>
    <message>
        <source>no answer yet, after more than %1</source>
        <translation>noch keine Antwort nach mehr als %1</translation>
    </message>
    <message>
        <source>this station is blind since %1: none of its beacons answers</source>
        <translation>diese Station ist blind seit %1: keine ihrer Baken antwortet</translation>
    </message>
    <message>
        <source>maintenance until %1: %2</source>
        <translation>Wartung bis %1: %2</translation>
    </message>
    <message>
        <source>maintenance until %1</source>
        <translation>Wartung bis %1</translation>
    </message>
    <message>
        <source>there is no source called %1 that could answer</source>
        <translation>keine Quelle namens %1, die antworten könnte</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>the query answers with %1 series, and one is needed: sum them, or pick one</source>
        <translation>die Abfrage liefert %1 Reihen, nötig ist eine: summieren oder eine auswählen</translation>
    </message>
    <message>
        <source>the answer is not a number</source>
        <translation>die Antwort ist keine Zahl</translation>
    </message>
    <message>
        <source>this source cannot be asked: nothing knows the type %1</source>
        <translation>diese Quelle lässt sich nicht fragen: der Typ %1 ist unbekannt</translation>
    </message>
    <message>
        <source>this source broke by a fault of the program: %1</source>
        <translation>diese Quelle brach durch einen Programmfehler ab: %1</translation>
    </message>
    <message>
        <source>no answer for more than %1, the last one at %2</source>
        <translation>keine Antwort seit mehr als %1, die letzte um %2</translation>
    </message>
    <message>
        <source>nothing watches it: it has no check, and no source that could hold its alerts</source>
        <translation>nichts beobachtet ihn: keine Prüfung und keine Quelle, die seine Alarme führen könnte</translation>
    </message>
    <message>
        <source>%1 proves nothing now: %2</source>
        <translation>%1 beweist derzeit nichts: %2</translation>
    </message>
    <message>
        <source>waiting for the first answer of %1</source>
        <translation>wartet auf die erste Antwort von %1</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: its severity &quot;%2&quot; is not mapped</source>
        <translation>%1: der Schweregrad „%2“ ist nicht zugeordnet</translation>
    </message>
    <message>
        <source>%1 is about to fire</source>
        <translation>%1 steht kurz vor dem Auslösen</translation>
    </message>
    <message>
        <source>%1, as last known: %2 proves nothing now</source>
        <translation>%1, letzter bekannter Stand: %2 beweist derzeit nichts</translation>
    </message>
    <message>
        <source>The secret from %1 is not fetched yet</source>
        <translation>Das Geheimnis aus %1 ist noch nicht geholt</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set</source>
        <translation>Die Umgebungsvariable %1 ist nicht gesetzt</translation>
    </message>
    <message>
        <source>The secret file %1 cannot be read: %2</source>
        <translation>Die Geheimnisdatei %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is not a plain file</source>
        <translation>%1 ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>The secret file %1 can be read by other users: allow only its owner to</source>
        <translation>Die Geheimnisdatei %1 ist für andere Benutzer lesbar: nur dem Eigentümer erlauben</translation>
    </message>
    <message>
        <source>The secret from %1 is empty</source>
        <translation>Das Geheimnis aus %1 ist leer</translation>
    </message>
    <message>
        <source>The secret from %1 is longer than 64 KB</source>
        <translation>Das Geheimnis aus %1 ist länger als 64 KB</translation>
    </message>
    <message>
        <source>The helper command %1 cannot be started: %2</source>
        <translation>Der Hilfsbefehl %1 lässt sich nicht starten: %2</translation>
    </message>
    <message>
        <source>The helper command %1 ended with status %2</source>
        <translation>Der Hilfsbefehl %1 endete mit Status %2</translation>
    </message>
    <message>
        <source>The helper command %1 gave no answer within %2</source>
        <translation>Der Hilfsbefehl %1 antwortete nicht innerhalb von %2</translation>
    </message>
    <message>
        <source>The helper command %1 was ended with the program</source>
        <translation>Der Hilfsbefehl %1 wurde mit dem Programm beendet</translation>
    </message>
    <message>
        <source>No keyring can be reached for the entry %1</source>
        <translation>Kein Schlüsselbund erreichbar für den Eintrag %1</translation>
    </message>
    <message>
        <source>The keyring has no entry %1 for Tocsin, or refuses it</source>
        <translation>Der Schlüsselbund hat keinen Eintrag %1 für Tocsin oder verweigert ihn</translation>
    </message>
    <message>
        <source>The keyring gave no answer for the entry %1 within %2</source>
        <translation>Der Schlüsselbund gab zum Eintrag %1 keine Antwort innerhalb von %2</translation>
    </message>
    <message>
        <source>the configuration of the simulated shop is wrong: %1</source>
        <translation>die Konfiguration des simulierten Shops ist falsch: %1</translation>
    </message>
    <message>
        <source>The alert is no longer there; nothing was acknowledged</source>
        <translation>Den Alarm gibt es nicht mehr; nichts wurde übernommen</translation>
    </message>
    <message>
        <source>Somebody ended this acknowledgement in Alertmanager; it was not renewed</source>
        <translation>Jemand hat diese Übernahme in Alertmanager beendet; sie wurde nicht erneuert</translation>
    </message>
    <message>
        <source>Alertmanager did not take the acknowledgement: %1</source>
        <translation>Alertmanager hat die Übernahme nicht angenommen: %1</translation>
    </message>
    <message>
        <source>It is not known whether the acknowledgement arrived (%1), and looking for it failed: %2</source>
        <translation>Unbekannt, ob die Übernahme ankam (%1), und die Suche danach schlug fehl: %2</translation>
    </message>
    <message>
        <source>The acknowledgement was sent (%1), but Alertmanager does not list it</source>
        <translation>Die Übernahme wurde gesendet (%1), aber Alertmanager führt sie nicht</translation>
    </message>
    <message>
        <source>Alertmanager took the acknowledgement, but it is not in force</source>
        <translation>Alertmanager hat die Übernahme angenommen, aber sie wirkt nicht</translation>
    </message>
    <message>
        <source>The acknowledgement silenced %1 other alerts as well and was ended again</source>
        <translation>Die Übernahme schaltete auch andere Alarme stumm (%1) und wurde wieder beendet</translation>
    </message>
    <message>
        <source>The acknowledgement silences %1 other alerts as well and could not be ended: %2</source>
        <translation>Die Übernahme schaltet auch andere Alarme stumm (%1) und ließ sich nicht beenden: %2</translation>
    </message>
    <message>
        <source>The answer is JSON, but not a list of %1</source>
        <translation>Die Antwort ist JSON, aber keine Liste von %1</translation>
    </message>
    <message>
        <source>The answer is JSON, but not %1</source>
        <translation>Die Antwort ist JSON, aber nicht das Erwartete (%1)</translation>
    </message>
    <message>
        <source>Entry %1 of the list of %2 has no valid &quot;%3&quot;</source>
        <translation>Eintrag %1 der Liste von %2 hat kein gültiges „%3“</translation>
    </message>
    <message>
        <source>None of the %1 members answers properly; %2: %3</source>
        <translation>Keines der %1 Mitglieder antwortet richtig; %2: %3</translation>
    </message>
    <message>
        <source>The member %1 is left out: %2</source>
        <translation>Das Mitglied %1 ist ausgelassen: %2</translation>
    </message>
    <message>
        <source>%1 does not tell its status: %2</source>
        <translation>%1 nennt seinen Status nicht: %2</translation>
    </message>
    <message>
        <source>Who acknowledged what cannot be told, %1 does not list its silences: %2</source>
        <translation>Wer was übernommen hat, ist unbekannt, %1 nennt seine Stummschaltungen nicht: %2</translation>
    </message>
    <message>
        <source>Which alerts are muted cannot be told by %1: %2</source>
        <translation>Welche Alarme stumm sind, kann %1 nicht sagen: %2</translation>
    </message>
    <message>
        <source>%1 has just started and is not ready yet (cluster status &quot;%2&quot;)</source>
        <translation>%1 ist gerade gestartet und noch nicht bereit (Clusterstatus „%2“)</translation>
    </message>
    <message>
        <source>The alert %1, which must always fire, is missing: no alert may be getting through</source>
        <translation>Der Alarm %1, der immer ausgelöst sein muss, fehlt: womöglich kommt kein Alarm durch</translation>
    </message>
    <message>
        <source>%1 of the alerts listed should have ended long ago, one of them at %2: the answer is old</source>
        <translation>%1 der gelisteten Alarme hätten längst enden sollen, einer davon um %2: die Antwort ist alt</translation>
    </message>
    <message>
        <source>The acknowledgement by %1 covers %2 other alerts as well; end it where it was made</source>
        <translation>Die Übernahme durch %1 deckt auch andere Alarme ab (%2); dort beenden, wo sie entstand</translation>
    </message>
    <message>
        <source>The acknowledgement could not be ended in Alertmanager: %1</source>
        <translation>Die Übernahme ließ sich in Alertmanager nicht beenden: %1</translation>
    </message>
    <message>
        <source>it is still in force</source>
        <translation>sie wirkt noch</translation>
    </message>
    <message>
        <source>Credentials refused (status %1): %2</source>
        <translation>Zugangsdaten abgelehnt (Status %1): %2</translation>
    </message>
    <message>
        <source>Logged in but not allowed to read this (status %1): %2</source>
        <translation>Angemeldet, aber ohne Leserecht hierfür (Status %1): %2</translation>
    </message>
    <message>
        <source>Not found (status %1): wrong address or path prefix? %2</source>
        <translation>Nicht gefunden (Status %1): falsche Adresse oder falsches Pfadpräfix? %2</translation>
    </message>
    <message>
        <source>The server limits how often it may be asked (status %1): %2</source>
        <translation>Der Server begrenzt, wie oft er gefragt werden darf (Status %1): %2</translation>
    </message>
    <message>
        <source>Server error (status %1): %2</source>
        <translation>Serverfehler (Status %1): %2</translation>
    </message>
    <message>
        <source>The answer has status %1: %2</source>
        <translation>Die Antwort hat Status %1: %2</translation>
    </message>
    <message>
        <source>The answer is empty (status %1)</source>
        <translation>Die Antwort ist leer (Status %1)</translation>
    </message>
    <message>
        <source>Content type &quot;%1&quot; instead of JSON</source>
        <translation>Content-Type „%1“ statt JSON</translation>
    </message>
    <message>
        <source>The answer does not say that it is JSON</source>
        <translation>Die Antwort sagt nicht, dass sie JSON ist</translation>
    </message>
    <message>
        <source>Sign-in page instead of JSON</source>
        <translation>Anmeldeseite statt JSON</translation>
    </message>
    <message>
        <source>Web page instead of JSON</source>
        <translation>Webseite statt JSON</translation>
    </message>
    <message>
        <source>The answer was made %1 ago (at %2): it is stored, or the clocks differ</source>
        <translation>Die Antwort entstand vor %1 (um %2): sie ist gespeichert, oder die Uhren weichen ab</translation>
    </message>
    <message>
        <source>The answer comes from a cache and is %1 old</source>
        <translation>Die Antwort kommt aus einem Cache und ist %1 alt</translation>
    </message>
    <message>
        <source>The answer is not valid JSON: %1</source>
        <translation>Die Antwort ist kein gültiges JSON: %1</translation>
    </message>
    <message>
        <source>The JSON of the answer is nested too deeply</source>
        <translation>Das JSON der Antwort ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>The answer is JSON, but not one of Prometheus&apos; API</source>
        <translation>Die Antwort ist JSON, aber keine der Prometheus-API</translation>
    </message>
    <message>
        <source>The answer has no valid &quot;%1&quot;</source>
        <translation>Die Antwort hat kein gültiges „%1“</translation>
    </message>
    <message>
        <source>Prometheus answers with an error (%1): %2</source>
        <translation>Prometheus antwortet mit einem Fehler (%1): %2</translation>
    </message>
    <message>
        <source>The query gives native histograms; histogram_quantile(), histogram_count() or histogram_sum() gives numbers</source>
        <translation>Die Abfrage liefert native Histogramme; histogram_quantile(), histogram_count() oder histogram_sum() liefert Zahlen</translation>
    </message>
    <message>
        <source>The query gives a text, not numbers</source>
        <translation>Die Abfrage liefert einen Text statt Zahlen</translation>
    </message>
    <message>
        <source>The rule %1 (group %2) cannot be evaluated: %3</source>
        <translation>Die Regel %1 (Gruppe %2) lässt sich nicht auswerten: %3</translation>
    </message>
    <message>
        <source>The rule %1 (group %2) has not been evaluated yet</source>
        <translation>Die Regel %1 (Gruppe %2) wurde noch nicht ausgewertet</translation>
    </message>
    <message>
        <source>The rule %1 (group %2) was last evaluated %3 ago, its interval is %4</source>
        <translation>Die Regel %1 (Gruppe %2) wurde zuletzt vor %3 ausgewertet, ihr Intervall ist %4</translation>
    </message>
    <message>
        <source>%1 more rules are in trouble</source>
        <translation>weitere Regeln mit Problemen: %1</translation>
    </message>
    <message>
        <source>No alerting rule is loaded, so that no alert proves nothing; set &quot;alerts: false&quot; for queries only</source>
        <translation>Keine Alarmregel ist geladen, darum beweist „kein Alarm“ nichts; nur für Abfragen: &quot;alerts: false&quot; setzen</translation>
    </message>
    <message>
        <source>Prometheus warns about a query: %1</source>
        <translation>Prometheus warnt zu einer Abfrage: %1</translation>
    </message>
    <message>
        <source>The range of a query must end after it begins</source>
        <translation>Der Zeitraum einer Abfrage muss nach seinem Beginn enden</translation>
    </message>
    <message>
        <source>The alert has no labels that a silence could match</source>
        <translation>Der Alarm hat keine Labels, auf die eine Stummschaltung passen könnte</translation>
    </message>
    <message>
        <source>A silence for this alert would match %1 alerts; nothing was sent</source>
        <translation>Eine Stummschaltung für diesen Alarm träfe %1 Alarme; nichts wurde gesendet</translation>
    </message>
    <message>
        <source>This kind of source cannot keep an acknowledgement</source>
        <translation>Diese Art von Quelle kann keine Übernahme speichern</translation>
    </message>
    <message>
        <source>This kind of source has no query language</source>
        <translation>Diese Art von Quelle hat keine Abfragesprache</translation>
    </message>
    <message>
        <source>The journal %1 has format %2, written by a newer Tocsin; this one knows formats up to %3. Nothing was changed</source>
        <translation>Das Journal %1 hat Format %2, von einem neueren Tocsin geschrieben; dieses kennt Formate bis %3. Nichts wurde geändert</translation>
    </message>
    <message>
        <source>%1 is not a journal of Tocsin. Nothing was changed</source>
        <translation>%1 ist kein Journal von Tocsin. Nichts wurde geändert</translation>
    </message>
    <message>
        <source>Another Tocsin on this computer writes the journal; this one only reads it</source>
        <translation>Ein anderes Tocsin auf diesem Rechner schreibt das Journal; dieses liest nur</translation>
    </message>
    <message>
        <source>There is no journal in %1 yet</source>
        <translation>In %1 gibt es noch kein Journal</translation>
    </message>
    <message>
        <source>The journal was damaged (%1). It is kept as %2; a new one was begun with %3 events that could be read</source>
        <translation>Das Journal war beschädigt (%1). Es bleibt als %2 erhalten; ein neues wurde begonnen, lesbare Ereignisse: %3</translation>
    </message>
    <message>
        <source>The disk of %1 is full: nothing can be recorded</source>
        <translation>Der Datenträger von %1 ist voll: nichts kann aufgezeichnet werden</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written: %2</source>
        <translation>Der Ordner %1 ist nicht beschreibbar: %2</translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be recorded</source>
        <translation>Der Datenträger ist voll: nichts mehr kann aufgezeichnet werden</translation>
    </message>
    <message>
        <source>The journal is damaged: %1</source>
        <translation>Das Journal ist beschädigt: %1</translation>
    </message>
    <message>
        <source>The journal cannot be written: %1</source>
        <translation>Das Journal ist nicht beschreibbar: %1</translation>
    </message>
    <message>
        <source>The journal cannot be opened: %1</source>
        <translation>Das Journal lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>The journal refused the entry: %1</source>
        <translation>Das Journal hat den Eintrag abgelehnt: %1</translation>
    </message>
    <message>
        <source>The journal failed: %1</source>
        <translation>Das Journal hat versagt: %1</translation>
    </message>
    <message>
        <source>Nothing is recorded here: %1</source>
        <translation>Hier wird nichts aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>The journal was opened for reading only</source>
        <translation>Das Journal wurde nur zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>%1 is not the address of a name server</source>
        <translation>%1 ist keine Adresse eines Nameservers</translation>
    </message>
    <message>
        <source>%1 is not a name that can be asked for</source>
        <translation>%1 ist kein Name, nach dem sich fragen lässt</translation>
    </message>
    <message>
        <source>No answer from the name server %1 within %2</source>
        <translation>Keine Antwort vom Nameserver %1 innerhalb von %2</translation>
    </message>
    <message>
        <source>Nobody answers questions about names at %1</source>
        <translation>Unter %1 antwortet niemand auf Namensfragen</translation>
    </message>
    <message>
        <source>The name server %1 sent an answer that cannot be read</source>
        <translation>Der Nameserver %1 sandte eine unlesbare Antwort</translation>
    </message>
    <message>
        <source>The name server %1 could not be asked: %2</source>
        <translation>Der Nameserver %1 ließ sich nicht fragen: %2</translation>
    </message>
    <message>
        <source>Stopped before an answer came</source>
        <translation>Abgebrochen, bevor eine Antwort kam</translation>
    </message>
    <message>
        <source>The header %1 cannot be sent: it has characters that are not allowed</source>
        <translation>Der Header %1 kann nicht gesendet werden: er enthält unerlaubte Zeichen</translation>
    </message>
    <message>
        <source>%1 is not an HTTP method</source>
        <translation>%1 ist keine HTTP-Methode</translation>
    </message>
    <message>
        <source>The configuration does not say where %1 is kept</source>
        <translation>Die Konfiguration sagt nicht, wo %1 liegt</translation>
    </message>
    <message>
        <source>%1 is not an address that can be asked</source>
        <translation>%1 ist keine Adresse, die sich fragen lässt</translation>
    </message>
    <message>
        <source>Too many requests are waiting already</source>
        <translation>Es warten schon zu viele Anfragen</translation>
    </message>
    <message>
        <source>Not asked within %2: the other requests to %1 did not end</source>
        <translation>Nicht gefragt innerhalb von %2: die anderen Anfragen an %1 endeten nicht</translation>
    </message>
    <message>
        <source>The name %1 was not resolved within %2</source>
        <translation>Der Name %1 wurde nicht innerhalb von %2 aufgelöst</translation>
    </message>
    <message>
        <source>No connection to %1 within %2</source>
        <translation>Keine Verbindung zu %1 innerhalb von %2</translation>
    </message>
    <message>
        <source>No TLS handshake with %1 within %2</source>
        <translation>Kein TLS-Handshake mit %1 innerhalb von %2</translation>
    </message>
    <message>
        <source>No answer from %1 within %2</source>
        <translation>Keine Antwort von %1 innerhalb von %2</translation>
    </message>
    <message>
        <source>The answer of %1 was not complete within %2</source>
        <translation>Die Antwort von %1 war nach %2 nicht vollständig</translation>
    </message>
    <message>
        <source>%1 refused the connection</source>
        <translation>%1 hat die Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>There is no way to %1: %2</source>
        <translation>Kein Weg zu %1: %2</translation>
    </message>
    <message>
        <source>No connection to %1 could be made: %2</source>
        <translation>Keine Verbindung zu %1 möglich: %2</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved</source>
        <translation>Der Name %1 lässt sich nicht auflösen</translation>
    </message>
    <message>
        <source>%1 broke the connection off</source>
        <translation>%1 hat die Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer</source>
        <translation>%1 hat die Verbindung ohne Antwort geschlossen</translation>
    </message>
    <message>
        <source>%1 closed the connection before the answer was whole</source>
        <translation>%1 hat die Verbindung geschlossen, bevor die Antwort vollständig war</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed: %2</source>
        <translation>Der TLS-Handshake mit %1 schlug fehl: %2</translation>
    </message>
    <message>
        <source>%1 does not speak TLS on this port</source>
        <translation>%1 spricht auf diesem Port kein TLS</translation>
    </message>
    <message>
        <source>%1 did not accept our client certificate, or wants one</source>
        <translation>%1 hat unser Client-Zertifikat nicht angenommen oder verlangt eines</translation>
    </message>
    <message>
        <source>The client certificate %1 or its key cannot be used</source>
        <translation>Das Client-Zertifikat %1 oder sein Schlüssel ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The file of authorities %1 cannot be read</source>
        <translation>Die Datei der Zertifizierungsstellen %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>The header of the answer of %1 is larger than %2</source>
        <translation>Der Header der Antwort von %1 ist größer als %2</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2</source>
        <translation>Die Antwort von %1 ist größer als %2</translation>
    </message>
    <message>
        <source>There is not enough memory for the answer of %1</source>
        <translation>Der Speicher reicht nicht für die Antwort von %1</translation>
    </message>
    <message>
        <source>What %1 answered is not HTTP</source>
        <translation>Die Antwort von %1 ist kein HTTP</translation>
    </message>
    <message>
        <source>The answer of %1 is encoded in a broken or unknown way</source>
        <translation>Die Antwort von %1 ist fehlerhaft oder unbekannt kodiert</translation>
    </message>
    <message>
        <source>The answer of %1 breaks the rules of HTTP: %2</source>
        <translation>Die Antwort von %1 verletzt die Regeln von HTTP: %2</translation>
    </message>
    <message>
        <source>The request to %1 failed: %2</source>
        <translation>Die Anfrage an %1 schlug fehl: %2</translation>
    </message>
    <message>
        <source>Redirected to %1, which is not allowed here</source>
        <translation>Umgeleitet zu %1, das ist hier nicht erlaubt</translation>
    </message>
    <message>
        <source>Redirected more than %1 times, at last to %2</source>
        <translation>Mehr als %1 Mal umgeleitet, zuletzt zu %2</translation>
    </message>
    <message>
        <source>The redirects go in a circle at %1</source>
        <translation>Die Umleitungen drehen sich bei %1 im Kreis</translation>
    </message>
    <message>
        <source>Redirected to an address that is neither http nor https</source>
        <translation>Umgeleitet zu einer Adresse, die weder http noch https ist</translation>
    </message>
    <message>
        <source>Redirected to %1, where the body of the request must not be sent</source>
        <translation>Umgeleitet zu %1, wohin der Inhalt der Anfrage nicht gesendet werden darf</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired on %2</source>
        <translation>Das Zertifikat von %1 ist am %2 abgelaufen</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid before %2</source>
        <translation>Das Zertifikat von %1 gilt nicht vor %2</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed: nobody vouches for it</source>
        <translation>Das Zertifikat von %1 ist selbstsigniert: niemand bürgt dafür</translation>
    </message>
    <message>
        <source>The certificate of %1 comes from an unknown authority: %2</source>
        <translation>Das Zertifikat von %1 kommt von einer unbekannten Zertifizierungsstelle: %2</translation>
    </message>
    <message>
        <source>The certificate was made for %1, not for %2</source>
        <translation>Das Zertifikat gilt für %1, nicht für %2</translation>
    </message>
    <message>
        <source>The certificate of %1 was revoked</source>
        <translation>Das Zertifikat von %1 wurde widerrufen</translation>
    </message>
    <message>
        <source>The certificate of %1 is too weak: %2</source>
        <translation>Das Zertifikat von %1 ist zu schwach: %2</translation>
    </message>
    <message>
        <source>An authority behind the certificate of %1 has expired</source>
        <translation>Eine Zertifizierungsstelle hinter dem Zertifikat von %1 ist abgelaufen</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2</source>
        <translation>Das Zertifikat von %1 ist nicht vertrauenswürdig: %2</translation>
    </message>
    <message>
        <source>something else was wished before it was done</source>
        <translation>vor der Ausführung wurde etwas anderes gewünscht</translation>
    </message>
    <message>
        <source>Alertmanager has no silence %1</source>
        <translation>Alertmanager kennt keine Stummschaltung %1</translation>
    </message>
    <message>
        <source>%1 of the silences in force should have ended long ago, one of them at %2: the answer is old</source>
        <translation>%1 der geltenden Stummschaltungen hätten längst enden sollen, eine davon um %2: Die Antwort ist alt</translation>
    </message>
    <message>
        <source>The server does not know it (status %1): %2</source>
        <translation>Der Server kennt es nicht (Status %1): %2</translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 ahead of ours: nobody can tell how old the answer is</source>
        <translation>Die Uhr des Servers geht unserer um %1 vor: Niemand kann sagen, wie alt die Antwort ist</translation>
    </message>
    <message>
        <source>The value is %1 old (of %2): it proves nothing about now</source>
        <translation>Der Wert ist %1 alt (von %2): Er beweist nichts über jetzt</translation>
    </message>
    <message>
        <source>The source of these alerts keeps no silences</source>
        <translation>Die Quelle dieser Alarme kennt keine Stummschaltungen</translation>
    </message>
    <message>
        <source>A silence needs at least one label with a value, or it would match every alert</source>
        <translation>Eine Stummschaltung braucht mindestens ein Label mit einem Wert, sonst träfe sie jeden Alarm</translation>
    </message>
    <message>
        <source>A silence needs a comment: why is this quiet?</source>
        <translation>Eine Stummschaltung braucht einen Kommentar: Warum ist es hier still?</translation>
    </message>
    <message>
        <source>A comment that begins with %1 would make it an acknowledgement</source>
        <translation>Ein Kommentar, der mit %1 beginnt, machte daraus eine Übernahme</translation>
    </message>
    <message>
        <source>A silence lasts from %1 to %2</source>
        <translation>Eine Stummschaltung dauert %1 bis %2</translation>
    </message>
    <message>
        <source>the source %1 cannot be asked</source>
        <translation>die Quelle %1 kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>the silence would have ended before it was made</source>
        <translation>die Stummschaltung wäre zu Ende gewesen, bevor sie begann</translation>
    </message>
    <message>
        <source>there is no silence to end</source>
        <translation>es gibt keine Stummschaltung zu beenden</translation>
    </message>
    <message>
        <source>silencing broke by a fault of the program: %1</source>
        <translation>das Stummschalten scheiterte an einem Fehler des Programms: %1</translation>
    </message>
    <message>
        <source>%1 proves nothing (%2), but lists alerts that the other members lack: %3</source>
        <translation>%1 belegt nichts (%2), nennt aber Alarme, die den anderen Mitgliedern fehlen: %3</translation>
    </message>
    <message>
        <source>%1 of its alerts cannot be read. %2</source>
        <translation>%1 ihrer Alarme sind nicht lesbar. %2</translation>
    </message>
    <message>
        <source>Alertmanager did not take the silence: %1</source>
        <translation>Alertmanager nahm die Stummschaltung nicht an: %1</translation>
    </message>
    <message>
        <source>It is not known whether the silence arrived (%1), and looking for it failed: %2</source>
        <translation>Ob die Stummschaltung ankam, ist nicht bekannt (%1), und die Suche nach ihr schlug fehl: %2</translation>
    </message>
    <message>
        <source>The silence was sent (%1), but Alertmanager does not list it</source>
        <translation>Die Stummschaltung wurde gesendet (%1), aber Alertmanager führt sie nicht auf</translation>
    </message>
    <message>
        <source>Alertmanager took the silence, but it is not in force as it was asked for</source>
        <translation>Alertmanager nahm die Stummschaltung an, aber sie gilt nicht so, wie sie gewünscht war</translation>
    </message>
    <message>
        <source>The silence is in force, but %1 alerts that it matches are not silenced</source>
        <translation>Die Stummschaltung gilt, aber %1 Alarme, die sie trifft, sind nicht stumm</translation>
    </message>
    <message>
        <source>The silence could not be ended in Alertmanager: %1</source>
        <translation>Die Stummschaltung konnte in Alertmanager nicht beendet werden: %1</translation>
    </message>
    <message>
        <source>It has restarted, and alerts that fired before (%1, among them %2) were not sent to it again yet</source>
        <translation>Sie wurde neu gestartet, und Alarme von vorher (%1, darunter %2) wurden ihr noch nicht wieder gesendet</translation>
    </message>
    <message>
        <source>Alerts (%1, among them %2) went because their sender fell silent, not because it said that they ended</source>
        <translation>Alarme (%1, darunter %2) verschwanden, weil ihr Absender verstummte, nicht weil er ihr Ende gemeldet hat</translation>
    </message>
    <message>
        <source>Prometheus says that its answer is incomplete: %1</source>
        <translation>Prometheus sagt, dass seine Antwort unvollständig ist: %1</translation>
    </message>
    <message>
        <source>%1 of its alerts cannot be read</source>
        <translation>%1 ihrer Alarme sind nicht lesbar</translation>
    </message>
    <message>
        <source>Whether its rules are evaluated cannot be told: %1</source>
        <translation>Ob ihre Regeln ausgewertet werden, ist nicht festzustellen: %1</translation>
    </message>
    <message>
        <source>%2, and alerting rules rest on it: %1</source>
        <translation>%2, und Alarmregeln beruhen darauf: %1</translation>
    </message>
    <message>
        <source>The answer is incomplete: a part of the cluster did not answer</source>
        <translation>Die Antwort ist unvollständig: Ein Teil des Verbunds hat nicht geantwortet</translation>
    </message>
    <message>
        <source>The filter leaves out every alert of this source: %1 now</source>
        <translation>Der Filter lässt jeden Alarm dieser Quelle aus: jetzt %1</translation>
    </message>
    <message>
        <source>This kind of source keeps no silences</source>
        <translation>Diese Art von Quelle kennt keine Stummschaltungen</translation>
    </message>
    <message>
        <source>Of %1 beacons none answers</source>
        <translation>Von %1 Leuchtfeuern antwortet keines</translation>
    </message>
    <message>
        <source>A sign-in page came that has the expected words; if it is what you look for, say so, as in [BODY] == pat(*type=&quot;password&quot;*)</source>
        <translation>Es kam eine Anmeldeseite, in der die erwarteten Wörter stehen; ist sie gemeint, so sagen Sie es, wie in [BODY] == pat(*type=&quot;password&quot;*)</translation>
    </message>
    <message>
        <source>It says of itself &quot;%1&quot;: say whether that is well, as in [BODY].status == %1</source>
        <translation>Sie sagt von sich „%1“: Sagen Sie, ob das gut ist, wie in [BODY].status == %1</translation>
    </message>
    <message>
        <source>The answer was made %1 ago and stored on its way: it tells nothing about now (max_age: %2)</source>
        <translation>Die Antwort entstand vor %1 und wurde unterwegs aufbewahrt: Über jetzt sagt sie nichts (max_age: %2)</translation>
    </message>
    <message>
        <source>The answer is dated %1 ago, and its date does not move: it was stored (max_age: %2), or that server&apos;s clock is wrong</source>
        <translation>Das Datum der Antwort liegt %1 zurück und bewegt sich nicht: Sie wurde aufbewahrt (max_age: %2), oder die Uhr jenes Servers geht falsch</translation>
    </message>
    <message>
        <source>Nobody here can read the charset %1, so that the words may be there or not</source>
        <translation>Den Zeichensatz %1 kann hier niemand lesen, sodass die Wörter dort stehen können oder nicht</translation>
    </message>
    <message>
        <source>A cache answered, and says itself that its answer is out of date</source>
        <translation>Ein Cache hat geantwortet und sagt selbst, dass seine Antwort veraltet ist</translation>
    </message>
    <message>
        <source>the newest value is %1 old</source>
        <translation>der neueste Wert ist %1 alt</translation>
    </message>
    <message>
        <source>no answer for more than %1</source>
        <translation>seit mehr als %1 keine Antwort</translation>
    </message>
    <message>
        <source>not well %1 of the last %2 times, the last time: %3</source>
        <translation>%1 der letzten %2 Male nicht in Ordnung, zuletzt: %3</translation>
    </message>
    <message>
        <source>The name of the proxy %1 cannot be resolved</source>
        <translation>Der Name des Proxys %1 lässt sich nicht auflösen</translation>
    </message>
    <message>
        <source>The proxy %1 cannot be reached, which tells nothing of %2: %3</source>
        <translation>Der Proxy %1 ist nicht erreichbar, was nichts über %2 sagt: %3</translation>
    </message>
    <message>
        <source>The proxy %1 does not let us through to %2: %3</source>
        <translation>Der Proxy %1 lässt uns nicht zu %2 durch: %3</translation>
    </message>
    <message>
        <source>The proxy %1 did not connect to %2: %3</source>
        <translation>Der Proxy %1 hat keine Verbindung zu %2 hergestellt: %3</translation>
    </message>
    <message>
        <source>monitoring stalled since %1: nothing is looked at</source>
        <translation>die Überwachung steht seit %1 still: nichts wird angesehen</translation>
    </message>
    <message>
        <source>this number broke by a fault of the program: %1</source>
        <translation>diese Zahl scheiterte an einem Fehler des Programms: %1</translation>
    </message>
    <message>
        <source>%1 of %2 failed (%3), the others worked</source>
        <translation>%1 von %2 schlugen fehl (%3), die anderen gelangen</translation>
    </message>
    <message>
        <source>the alert was gone meanwhile and has started again: acknowledge it anew</source>
        <translation>der Alarm war inzwischen weg und hat neu begonnen: bitte neu übernehmen</translation>
    </message>
    <message>
        <source>the time for which it was wished is over: acknowledge it anew</source>
        <translation>die Zeit, für die es gewünscht war, ist vorüber: bitte neu übernehmen</translation>
    </message>
    <message>
        <source>The acknowledgement has run out; it was not renewed</source>
        <translation>Die Übernahme ist abgelaufen; sie wurde nicht erneuert</translation>
    </message>
    <message>
        <source>investigating</source>
        <translation>in Untersuchung</translation>
    </message>
    <message>
        <source>identified</source>
        <translation>Ursache bekannt</translation>
    </message>
    <message>
        <source>monitoring</source>
        <translation>unter Beobachtung</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>behoben</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>bemerkt</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>first update</source>
        <translation>erste Meldung</translation>
    </message>
    <message>
        <source>mitigated</source>
        <translation>entschärft</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>Einsatzleitung</translation>
    </message>
    <message>
        <source>Decide what is done next, and by whom; fill the open roles</source>
        <translation>Entscheiden, was als Nächstes getan wird und von wem; offene Rollen besetzen</translation>
    </message>
    <message>
        <source>Say how long to watch, and what proves that it is over</source>
        <translation>Sagen, wie lange beobachtet wird und was das Ende beweist</translation>
    </message>
    <message>
        <source>Name the follow-ups, then close</source>
        <translation>Folgearbeiten benennen, dann abschließen</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>Stellvertretung</translation>
    </message>
    <message>
        <source>Keep the clock, and take over when the commander must rest</source>
        <translation>Auf die Uhr sehen und übernehmen, wenn die Einsatzleitung ausruhen muss</translation>
    </message>
    <message>
        <source>Relieve the commander</source>
        <translation>Die Einsatzleitung ablösen</translation>
    </message>
    <message>
        <source>Collect what went well and what did not</source>
        <translation>Sammeln, was gut ging und was nicht</translation>
    </message>
    <message>
        <source>Scribe</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Write down decisions and actions, pin the facts</source>
        <translation>Entscheidungen und Handlungen aufschreiben, Tatsachen anheften</translation>
    </message>
    <message>
        <source>Check the times against the evidence</source>
        <translation>Die Zeiten an den Belegen prüfen</translation>
    </message>
    <message>
        <source>Read the report, and correct what is wrong</source>
        <translation>Den Bericht lesen und berichtigen, was falsch ist</translation>
    </message>
    <message>
        <source>Operations lead</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Find the cause, mend it, say before each change what it is</source>
        <translation>Die Ursache finden und beheben; jede Änderung vorher ansagen</translation>
    </message>
    <message>
        <source>Watch that the cure holds</source>
        <translation>Beobachten, ob die Abhilfe hält</translation>
    </message>
    <message>
        <source>Take back what was only for the emergency</source>
        <translation>Zurücknehmen, was nur für den Notfall war</translation>
    </message>
    <message>
        <source>Customer liaison</source>
        <translation>Kundenkontakt</translation>
    </message>
    <message>
        <source>Tell the customers now, and when they hear again</source>
        <translation>Den Kunden jetzt Bescheid geben und sagen, wann sie wieder hören</translation>
    </message>
    <message>
        <source>Tell the customers that it works again, and is watched</source>
        <translation>Den Kunden sagen, dass es wieder geht und beobachtet wird</translation>
    </message>
    <message>
        <source>Tell the customers that it is over, and thank them</source>
        <translation>Den Kunden sagen, dass es vorbei ist, und ihnen danken</translation>
    </message>
    <message>
        <source>Internal liaison</source>
        <translation>Interner Kontakt</translation>
    </message>
    <message>
        <source>Tell management and support what they can say</source>
        <translation>Leitung und Kundendienst sagen, was sie sagen können</translation>
    </message>
    <message>
        <source>Tell management and support that it is being watched</source>
        <translation>Leitung und Kundendienst sagen, dass beobachtet wird</translation>
    </message>
    <message>
        <source>Send the report to who needs it</source>
        <translation>Den Bericht an alle schicken, die ihn brauchen</translation>
    </message>
    <message>
        <source>Legal / PR</source>
        <translation>Recht / Presse</translation>
    </message>
    <message>
        <source>Find out who must be notified, and by when</source>
        <translation>Klären, wer bis wann benachrichtigt werden muss</translation>
    </message>
    <message>
        <source>Check what has been said in public</source>
        <translation>Prüfen, was öffentlich gesagt wurde</translation>
    </message>
    <message>
        <source>Send the notices that the law asks for</source>
        <translation>Die gesetzlichen Meldungen abgeben</translation>
    </message>
    <message>
        <source>same service: %1</source>
        <translation>selber Dienst: %1</translation>
    </message>
    <message>
        <source>same provider: %1</source>
        <translation>selber Anbieter: %1</translation>
    </message>
    <message>
        <source>began within minutes of it</source>
        <translation>begann zur selben Zeit</translation>
    </message>
    <message>
        <source>%1 declared %2: %3</source>
        <translation>%1 hat %2 ausgerufen: %3</translation>
    </message>
    <message>
        <source>split from %1</source>
        <translation>abgeteilt von %1</translation>
    </message>
    <message>
        <source>%1 linked %2</source>
        <translation>%1 hat %2 verknüpft</translation>
    </message>
    <message>
        <source>%1 unlinked %2</source>
        <translation>%1 hat %2 gelöst</translation>
    </message>
    <message>
        <source>%1 named it %2</source>
        <translation>%1 hat es %2 genannt</translation>
    </message>
    <message>
        <source>%1 set the severity to %2</source>
        <translation>%1 hat die Schwere auf %2 gesetzt</translation>
    </message>
    <message>
        <source>%1 set the status to %2</source>
        <translation>%1 hat den Stand gesetzt: %2</translation>
    </message>
    <message>
        <source>%1 took the role %2</source>
        <translation>%1 hat die Rolle %2 übernommen</translation>
    </message>
    <message>
        <source>%1 gave the role %2 to %3</source>
        <translation>%1 hat die Rolle %2 an %3 gegeben</translation>
    </message>
    <message>
        <source>%1 left the role %2 open</source>
        <translation>%1 hat die Rolle %2 offen gelassen</translation>
    </message>
    <message>
        <source>%1 decided: %2</source>
        <translation>%1 hat entschieden: %2</translation>
    </message>
    <message>
        <source>%1 does: %2</source>
        <translation>%1 tut: %2</translation>
    </message>
    <message>
        <source>%1 needs: %2</source>
        <translation>%1 braucht: %2</translation>
    </message>
    <message>
        <source>Went well: %2</source>
        <translation>Gut gegangen: %2</translation>
    </message>
    <message>
        <source>Went badly: %2</source>
        <translation>Schlecht gegangen: %2</translation>
    </message>
    <message>
        <source>To follow: %2</source>
        <translation>Zu tun: %2</translation>
    </message>
    <message>
        <source>%1 corrected an entry: %2</source>
        <translation>%1 hat einen Eintrag berichtigt: %2</translation>
    </message>
    <message>
        <source>%1 set &quot;%2&quot; to %3</source>
        <translation>%1 hat „%2“ auf %3 gesetzt</translation>
    </message>
    <message>
        <source>%1 set &quot;%2&quot; back to what the evidence says</source>
        <translation>%1 hat „%2“ auf den Stand der Belege zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 merged it into %2</source>
        <translation>%1 hat es in %2 überführt</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>The station</source>
        <translation>Die Station</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>Alert %1, %2</source>
        <translation>Alarm %1, %2</translation>
    </message>
    <message>
        <source>Alert %1 is over</source>
        <translation>Alarm %1 ist vorbei</translation>
    </message>
    <message>
        <source>%1, began %2</source>
        <translation>%1, begann %2</translation>
    </message>
    <message>
        <source>%1 acknowledged %2</source>
        <translation>%1 hat %2 übernommen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>in maintenance</source>
        <translation>in Wartung</translation>
    </message>
    <message>
        <source>not yet decided</source>
        <translation>noch nicht entschieden</translation>
    </message>
    <message>
        <source>UNKNOWN</source>
        <translation>UNBEKANNT</translation>
    </message>
    <message>
        <source>DEGRADED</source>
        <translation>GESTÖRT</translation>
    </message>
    <message>
        <source>DOWN</source>
        <translation>DOWN</translation>
    </message>
    <message>
        <source>There is no such incident</source>
        <translation>Einen solchen Vorfall gibt es nicht</translation>
    </message>
    <message>
        <source>It was merged into %1: write there</source>
        <translation>Er wurde in %1 überführt: dort schreiben</translation>
    </message>
    <message>
        <source>It is closed: reopen it first</source>
        <translation>Er ist abgeschlossen: erst wieder öffnen</translation>
    </message>
    <message>
        <source>An incident needs a title</source>
        <translation>Ein Vorfall braucht einen Titel</translation>
    </message>
    <message>
        <source>That is too long: at most %1 characters</source>
        <translation>Das ist zu lang: höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>There is nothing to write down</source>
        <translation>Es gibt nichts aufzuschreiben</translation>
    </message>
    <message>
        <source>The severity is %1 already</source>
        <translation>Die Schwere ist schon %1</translation>
    </message>
    <message>
        <source>The status is %1 already</source>
        <translation>Der Stand ist schon: %1</translation>
    </message>
    <message>
        <source>Only what is resolved can be closed</source>
        <translation>Nur was behoben ist, kann abgeschlossen werden</translation>
    </message>
    <message>
        <source>What is closed is opened again as investigating</source>
        <translation>Was abgeschlossen ist, wird als „in Untersuchung“ wieder geöffnet</translation>
    </message>
    <message>
        <source>%1 has that role already</source>
        <translation>%1 hat diese Rolle schon</translation>
    </message>
    <message>
        <source>Nobody has that role</source>
        <translation>Niemand hat diese Rolle</translation>
    </message>
    <message>
        <source>A changed time needs a reason</source>
        <translation>Eine geänderte Zeit braucht eine Begründung</translation>
    </message>
    <message>
        <source>That is in the future</source>
        <translation>Das liegt in der Zukunft</translation>
    </message>
    <message>
        <source>That is before &quot;%1&quot;, which was at %2</source>
        <translation>Das ist vor „%1“ um %2</translation>
    </message>
    <message>
        <source>That is after &quot;%1&quot;, which was at %2</source>
        <translation>Das ist nach „%1“ um %2</translation>
    </message>
    <message>
        <source>An incident cannot be merged into itself</source>
        <translation>Ein Vorfall kann nicht in sich selbst überführt werden</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>There is no such entry</source>
        <translation>Einen solchen Eintrag gibt es nicht</translation>
    </message>
    <message>
        <source>DRILL: nothing in this report has happened to a real shop.</source>
        <translation>ÜBUNG: nichts in diesem Bericht ist einem echten Laden geschehen.</translation>
    </message>
    <message>
        <source>%1, %2. Declared by %3; running for %4 when this was written.</source>
        <translation>%1, %2. Ausgerufen von %3; beim Schreiben seit %4 im Gang.</translation>
    </message>
    <message>
        <source>%1, %2. Declared by %3; it took %4 from the start to the end.</source>
        <translation>%1, %2. Ausgerufen von %3; vom Beginn bis zum Ende %4.</translation>
    </message>
    <message>
        <source>Merged into %1.</source>
        <translation>Überführt in %1.</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Auswirkung</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>No service is linked to this incident.</source>
        <translation>Mit diesem Vorfall ist kein Dienst verknüpft.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>At (UTC)</source>
        <translation>Um (UTC)</translation>
    </message>
    <message>
        <source>After the start</source>
        <translation>Nach dem Beginn</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>%1, missed</source>
        <translation>%1, verfehlt</translation>
    </message>
    <message>
        <source>%1 (set by %2: %3)</source>
        <translation>%1 (gesetzt von %2: %3)</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Began (UTC)</source>
        <translation>Beginn (UTC)</translation>
    </message>
    <message>
        <source>Over (UTC)</source>
        <translation>Ende (UTC)</translation>
    </message>
    <message>
        <source>Timeline (UTC)</source>
        <translation>Zeitleiste (UTC)</translation>
    </message>
    <message>
        <source>Corrected by %1: %2</source>
        <translation>Berichtigt von %1: %2</translation>
    </message>
    <message>
        <source>What went well</source>
        <translation>Was gut ging</translation>
    </message>
    <message>
        <source>What went badly</source>
        <translation>Was schlecht ging</translation>
    </message>
    <message>
        <source>To follow</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>Nobody has written anything here.</source>
        <translation>Hier hat niemand etwas aufgeschrieben.</translation>
    </message>
    <message>
        <source>This channel does not tell what became of a message</source>
        <translation>Dieser Kanal sagt nicht, was aus einer Nachricht geworden ist</translation>
    </message>
    <message>
        <source>Too late: it was not worth telling any more</source>
        <translation>Zu spät: Es war nicht mehr der Rede wert</translation>
    </message>
    <message>
        <source>There is no channel %1 in the configuration</source>
        <translation>In der Konfiguration gibt es keinen Kanal %1</translation>
    </message>
    <message>
        <source>Another program keeps the journal here, and sends the messages: ask there</source>
        <translation>Ein anderes Programm führt hier das Journal und verschickt die Nachrichten: dort versuchen</translation>
    </message>
    <message>
        <source>The place took it, and then gave it up</source>
        <translation>Sie wurde dort angenommen und dann aufgegeben</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 Nachrichten</translation>
    </message>
    <message>
        <source>The key %1 of this channel is missing</source>
        <translation>Diesem Kanal fehlt der Schlüssel %1</translation>
    </message>
    <message>
        <source>The secret for %1 is not an http or https address</source>
        <translation>Das Geheimnis für %1 ist keine Adresse mit http oder https</translation>
    </message>
    <message>
        <source>The address for %1 is not https: it would go over the network in the clear</source>
        <translation>Die Adresse für %1 ist nicht https: Sie ginge unverschlüsselt durch das Netz</translation>
    </message>
    <message>
        <source>Login refused (status %1): %2</source>
        <translation>Anmeldung abgelehnt (Status %1): %2</translation>
    </message>
    <message>
        <source>There is nothing at this address (status %1): %2</source>
        <translation>Unter dieser Adresse ist nichts (Status %1): %2</translation>
    </message>
    <message>
        <source>Too many messages for this place (status %1): %2</source>
        <translation>Zu viele Nachrichten für diesen Dienst (Status %1): %2</translation>
    </message>
    <message>
        <source>The message was refused (status %1): %2</source>
        <translation>Die Nachricht wurde abgelehnt (Status %1): %2</translation>
    </message>
    <message>
        <source>The place has a fault (status %1): %2</source>
        <translation>Der Dienst ist gestört (Status %1): %2</translation>
    </message>
    <message>
        <source>The place has moved (status %1): correct its address</source>
        <translation>Der Dienst ist umgezogen (Status %1): Adresse berichtigen</translation>
    </message>
    <message>
        <source>Status %1, but the answer does not say that the message was taken: %2</source>
        <translation>Status %1, doch die Antwort sagt nicht, dass die Nachricht angenommen wurde: %2</translation>
    </message>
    <message>
        <source>Status %1, but the answer does not tell what became of the message: %2</source>
        <translation>Status %1, doch die Antwort sagt nicht, was aus der Nachricht geworden ist: %2</translation>
    </message>
    <message>
        <source>a web page instead of an answer</source>
        <translation>eine Webseite statt einer Antwort</translation>
    </message>
    <message>
        <source>an empty answer</source>
        <translation>eine leere Antwort</translation>
    </message>
    <message>
        <source>Nobody said which ntfy topic: write topic in the channel, or an address</source>
        <translation>Es fehlt das Thema für ntfy: topic im Kanal angeben oder eine Adresse</translation>
    </message>
    <message>
        <source>The ntfy topic must be 1 to 64 letters, digits, hyphens or underscores: correct it</source>
        <translation>Ein Thema von ntfy besteht aus 1 bis 64 Buchstaben, Ziffern, Binde- oder Unterstrichen: berichtigen</translation>
    </message>
    <message>
        <source>Nobody said which Pushover user: write user in the channel, or a user key as address</source>
        <translation>Es fehlt der Empfänger für Pushover: user im Kanal angeben oder einen Benutzerschlüssel als Adresse</translation>
    </message>
    <message>
        <source>A Slack webhook writes to one channel only; to reach %1, use token instead of webhook</source>
        <translation>Ein Webhook von Slack schreibt nur in einen Kanal; für %1 token statt webhook verwenden</translation>
    </message>
    <message>
        <source>Nobody said which Slack channel: write channel in the configuration, or an address</source>
        <translation>Es fehlt der Kanal in Slack: channel in der Konfiguration angeben oder eine Adresse</translation>
    </message>
    <message>
        <source>Microsoft has switched off webhooks of this kind (%1): make a new one in Teams with Workflows, and store its address</source>
        <translation>Microsoft hat Webhooks dieser Art (%1) abgeschaltet: in Teams mit Workflows einen neuen anlegen und dessen Adresse hinterlegen</translation>
    </message>
    <message>
        <source>Nobody said which telephone number: write to in the channel, or a number as address</source>
        <translation>Es fehlt die Telefonnummer: to im Kanal angeben oder eine Nummer als Adresse</translation>
    </message>
    <message>
        <source>This is not a telephone number with + and country code, such as +4915112345678: correct it</source>
        <translation>Das ist keine Telefonnummer mit + und Landesvorwahl wie +4915112345678: berichtigen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>angekommen</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>nicht zugestellt</translation>
    </message>
    <message>
        <source>within another message</source>
        <translation>in einer anderen Nachricht</translation>
    </message>
    <message>
        <source>drill: not sent</source>
        <translation>Übung: nicht verschickt</translation>
    </message>
    <message>
        <source>Test message of %1</source>
        <translation>Probe von %1</translation>
    </message>
    <message>
        <source>%1 has tried at station %2 whether messages come through here. Nothing has happened.</source>
        <translation>%1 hat an der Station %2 ausprobiert, ob hier Nachrichten ankommen. Es ist nichts passiert.</translation>
    </message>
    <message>
        <source>Sending through %1 (%2)</source>
        <translation>Sende durch %1 (%2)</translation>
    </message>
    <message>
        <source>Taken after %1</source>
        <translation>Angenommen nach %1</translation>
    </message>
    <message>
        <source>The place said: %1</source>
        <translation>Der Dienst sagt: %1</translation>
    </message>
    <message>
        <source>It calls the message %1</source>
        <translation>Dort heißt die Nachricht %1</translation>
    </message>
    <message>
        <source>It has arrived</source>
        <translation>Sie ist angekommen</translation>
    </message>
    <message>
        <source>What becomes of it there cannot be asked: look</source>
        <translation>Was dort aus ihr wird, lässt sich nicht erfragen: nachsehen</translation>
    </message>
    <message>
        <source>It is still on its way there: look</source>
        <translation>Sie ist dort noch unterwegs: nachsehen</translation>
    </message>
    <message>
        <source>%1 is not the address of a mail server: host and port are needed</source>
        <translation>%1 ist nicht die Adresse eines Mailservers: Rechner und Port sind nötig</translation>
    </message>
    <message>
        <source>%1 is not an e-mail address</source>
        <translation>%1 ist keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>The mail has no recipient</source>
        <translation>Die Mail hat keinen Empfänger</translation>
    </message>
    <message>
        <source>%1 cannot be the name of this machine towards a mail server</source>
        <translation>%1 kann nicht der Name dieses Rechners gegenüber einem Mailserver sein</translation>
    </message>
    <message>
        <source>The mail has line ends that mail servers do not take</source>
        <translation>Die Mail hat Zeilenenden, die Mailserver nicht annehmen</translation>
    </message>
    <message>
        <source>A login needs a secured connection: set security to starttls or tls for %1</source>
        <translation>Eine Anmeldung braucht eine gesicherte Verbindung: security für %1 auf starttls oder tls setzen</translation>
    </message>
    <message>
        <source>%1 took the connection, but said nothing within %2</source>
        <translation>%1 hat die Verbindung angenommen, aber innerhalb von %2 nichts gesagt</translation>
    </message>
    <message>
        <source>%1 did not answer to the name of this machine within %2</source>
        <translation>%1 hat auf den Namen dieses Rechners nicht innerhalb von %2 geantwortet</translation>
    </message>
    <message>
        <source>%1 did not secure the connection within %2</source>
        <translation>%1 hat die Verbindung nicht innerhalb von %2 gesichert</translation>
    </message>
    <message>
        <source>%1 did not answer to the login within %2</source>
        <translation>%1 hat auf die Anmeldung nicht innerhalb von %2 geantwortet</translation>
    </message>
    <message>
        <source>%1 did not say within %2 whether it takes the mail</source>
        <translation>%1 hat innerhalb von %2 nicht gesagt, ob es die Mail annimmt</translation>
    </message>
    <message>
        <source>%1 did not take the whole mail within %2</source>
        <translation>%1 hat innerhalb von %2 nicht die ganze Mail angenommen</translation>
    </message>
    <message>
        <source>The whole mail was sent, but %1 did not confirm it within %2: it may have arrived</source>
        <translation>Die ganze Mail wurde gesendet, doch %1 hat sie nicht innerhalb von %2 bestätigt: Sie kann angekommen sein</translation>
    </message>
    <message>
        <source>%1 broke the connection off before it took the mail</source>
        <translation>%1 hat die Verbindung abgebrochen, bevor die Mail angenommen war</translation>
    </message>
    <message>
        <source>The whole mail was sent, but %1 broke the connection off: it may have arrived</source>
        <translation>Die ganze Mail wurde gesendet, doch %1 hat die Verbindung abgebrochen: Sie kann angekommen sein</translation>
    </message>
    <message>
        <source>%1 takes no mail at the moment: %2</source>
        <translation>%1 nimmt zurzeit keine Mail an: %2</translation>
    </message>
    <message>
        <source>%1 does not talk to this machine: %2</source>
        <translation>%1 spricht nicht mit diesem Rechner: %2</translation>
    </message>
    <message>
        <source>%1 does not accept the name of this machine: %2</source>
        <translation>%1 nimmt den Namen dieses Rechners nicht hin: %2</translation>
    </message>
    <message>
        <source>%1 offers no STARTTLS, and nothing was sent in the clear</source>
        <translation>%1 bietet kein STARTTLS an, und unverschlüsselt wurde nichts gesendet</translation>
    </message>
    <message>
        <source>%1 does not secure the connection: %2</source>
        <translation>%1 sichert die Verbindung nicht: %2</translation>
    </message>
    <message>
        <source>%1 offers no login: use its port for sending, or leave out user name and password</source>
        <translation>%1 bietet keine Anmeldung an: seinen Port zum Versenden nehmen, oder Benutzername und Passwort weglassen</translation>
    </message>
    <message>
        <source>%1 refused the login: %2</source>
        <translation>%1 hat die Anmeldung abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1 cannot check the login at the moment: %2</source>
        <translation>%1 kann die Anmeldung zurzeit nicht prüfen: %2</translation>
    </message>
    <message>
        <source>%1 wants a login of a kind that Tocsin does not know: it offers %2</source>
        <translation>%1 will eine Anmeldung, die Tocsin nicht beherrscht: Es bietet %2 an</translation>
    </message>
    <message>
        <source>%1 wants a login: %2</source>
        <translation>%1 will eine Anmeldung: %2</translation>
    </message>
    <message>
        <source>%1 refused the sender %2: %3</source>
        <translation>%1 hat den Absender %2 abgelehnt: %3</translation>
    </message>
    <message>
        <source>%1 refused the recipient %2: %3</source>
        <translation>%1 hat den Empfänger %2 abgelehnt: %3</translation>
    </message>
    <message>
        <source>%1 does not take mail for %2 at the moment: %3</source>
        <translation>%1 nimmt zurzeit keine Mail für %2 an: %3</translation>
    </message>
    <message>
        <source>The mail is too large for %1: %2</source>
        <translation>Die Mail ist zu groß für %1: %2</translation>
    </message>
    <message>
        <source>The mail is too large for %1, which takes %2 bytes</source>
        <translation>Die Mail ist zu groß für %1, das %2 Bytes annimmt</translation>
    </message>
    <message>
        <source>%1 refused the mail: %2</source>
        <translation>%1 hat die Mail abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1 does not take the mail at the moment: %2</source>
        <translation>%1 nimmt die Mail zurzeit nicht an: %2</translation>
    </message>
    <message>
        <source>%1 does not take addresses with letters beyond ASCII (SMTPUTF8)</source>
        <translation>%1 nimmt keine Adressen mit Buchstaben außerhalb von ASCII an (SMTPUTF8)</translation>
    </message>
    <message>
        <source>%1 does not take mails with letters beyond ASCII (8BITMIME)</source>
        <translation>%1 nimmt keine Mails mit Buchstaben außerhalb von ASCII an (8BITMIME)</translation>
    </message>
    <message>
        <source>What %1 answered is not SMTP</source>
        <translation>Was %1 geantwortet hat, ist kein SMTP</translation>
    </message>
    <message>
        <source>The answers of %1 do not come to an end</source>
        <translation>Die Antworten von %1 nehmen kein Ende</translation>
    </message>
    <message>
        <source>The conversation with %1 failed: %2</source>
        <translation>Das Gespräch mit %1 ist gescheitert: %2</translation>
    </message>
    <message>
        <source>Nobody said to whom: write to in the channel, or an address</source>
        <translation>Es fehlt der Empfänger: to im Kanal angeben oder eine Adresse</translation>
    </message>
    <message>
        <source>%1 of %2 recipients have it; for the next one: %3</source>
        <translation>%1 von %2 Empfängern haben sie; beim nächsten: %3</translation>
    </message>
    <message>
        <source>there is no time zone &quot;%1&quot;; write one such as Europe/Berlin</source>
        <translation>es gibt keine Zeitzone „%1“; eine wie Europe/Berlin angeben</translation>
    </message>
    <message>
        <source>this rota has neither shifts nor a calendar nor overrides: nobody is ever on call</source>
        <translation>dieser Dienstplan hat weder Schichten noch Kalender noch Ausnahmen: nie hat jemand Bereitschaft</translation>
    </message>
    <message>
        <source>nobody is named here: at least one person must be</source>
        <translation>hier ist niemand genannt: mindestens eine Person muss es sein</translation>
    </message>
    <message>
        <source>there is no person &quot;%1&quot;</source>
        <translation>es gibt niemanden namens „%1“</translation>
    </message>
    <message>
        <source>%1 is named twice in a row: both turns together are one long turn</source>
        <translation>%1 ist zweimal hintereinander genannt: beide Male zusammen sind eine lange Schicht</translation>
    </message>
    <message>
        <source>a turn must last longer than nothing</source>
        <translation>eine Schicht muss länger dauern als nichts</translation>
    </message>
    <message>
        <source>the shift ends (%1) before it begins (%2)</source>
        <translation>die Schicht endet (%1), bevor sie beginnt (%2)</translation>
    </message>
    <message>
        <source>the override ends (%1) before it begins (%2)</source>
        <translation>die Ausnahme endet (%1), bevor sie beginnt (%2)</translation>
    </message>
    <message>
        <source>%1 cannot stand in for %1</source>
        <translation>%1 kann nicht für %1 einspringen</translation>
    </message>
    <message>
        <source>nobody is on call from %1 to %2, and perhaps at other times; what is due then goes to the next level</source>
        <translation>von %1 bis %2 hat niemand Bereitschaft, und vielleicht auch zu anderen Zeiten; was dann ansteht, geht an die nächste Stufe</translation>
    </message>
    <message>
        <source>nobody is on call after %1; what is due then goes to the next level</source>
        <translation>nach %1 hat niemand Bereitschaft; was dann ansteht, geht an die nächste Stufe</translation>
    </message>
    <message>
        <source>%1 is DOWN</source>
        <translation>%1 ist AUSGEFALLEN</translation>
    </message>
    <message>
        <source>%1 is DEGRADED</source>
        <translation>%1 ist GESTÖRT</translation>
    </message>
    <message>
        <source>%1 is UNKNOWN: nothing proves that it works</source>
        <translation>%1 ist UNBEKANNT: nichts beweist, dass es geht</translation>
    </message>
    <message>
        <source>Nobody has &quot;%1&quot;, and no escalation policy takes %2 of its services: nobody is told. Take it, and add a policy.</source>
        <translation>Niemand hat „%1“, und keine Regel zur Eskalation nimmt %2 ihrer Dienste: Niemand erfährt es. Übernehmen und eine Regel ergänzen.</translation>
    </message>
    <message>
        <source>Nobody has &quot;%1&quot;, and the policy &quot;%2&quot; finds nobody who can be told now: nobody is on call, or nobody can be reached by its channels. Take it, or call somebody.</source>
        <translation>Niemand hat „%1“, und die Regel „%2“ findet jetzt niemanden: Niemand hat Bereitschaft, oder niemand ist durch ihre Kanäle erreichbar. Übernehmen oder jemanden anrufen.</translation>
    </message>
    <message>
        <source>Nobody has &quot;%1&quot;, and no message about it has arrived: every channel of the policy &quot;%2&quot; has failed. Take it, or call somebody.</source>
        <translation>Niemand hat „%1“, und keine Nachricht davon ist angekommen: Jeder Kanal der Regel „%2“ hat versagt. Übernehmen oder jemanden anrufen.</translation>
    </message>
    <message>
        <source>%1, still nobody has it: %2</source>
        <translation>%1, noch immer hat es niemand: %2</translation>
    </message>
    <message>
        <source>%1, do you still have it? %2</source>
        <translation>%1, hast du es noch? %2</translation>
    </message>
    <message>
        <source>%1, %3 has it but does not react: %2</source>
        <translation>%1, %3 hat es, reagiert aber nicht: %2</translation>
    </message>
    <message>
        <source>Over: %2</source>
        <translation>Vorbei: %2</translation>
    </message>
    <message>
        <source>Nobody has it since %1. You are level %2 of &quot;%3&quot;. Acknowledge it in Tocsin, and nobody else is told.</source>
        <translation>Niemand hat es seit %1. Du bist Stufe %2 von „%3“. In Tocsin übernehmen, dann wird niemand sonst gerufen.</translation>
    </message>
    <message>
        <source>Nobody has it since %1. Everybody of &quot;%3&quot; is told again (%2). Acknowledge it in Tocsin to stop this.</source>
        <translation>Niemand hat es seit %1. Alle von „%3“ werden noch einmal gerufen (%2). In Tocsin übernehmen, um das zu beenden.</translation>
    </message>
    <message>
        <source>You have it since %1, and it is not over (reminder %2). Go on, hand it over, or give it back in Tocsin.</source>
        <translation>Du hast es seit %1, und es ist nicht vorbei (Erinnerung %2). Weitermachen, übergeben oder in Tocsin zurückgeben.</translation>
    </message>
    <message>
        <source>%3 has it since %1, it is not over, and no reminder was answered. Ask, or take it over in Tocsin.</source>
        <translation>%3 hat es seit %1, es ist nicht vorbei, und keine Erinnerung wurde beantwortet. Nachfragen oder in Tocsin übernehmen.</translation>
    </message>
    <message>
        <source>It is over since %1. There is nothing left to do for you.</source>
        <translation>Es ist seit %1 vorbei. Für dich bleibt nichts zu tun.</translation>
    </message>
    <message>
        <source>Services: %1</source>
        <translation>Dienste: %1</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>tocsin-cli shows no pictures: use tocsin for this.
</source>
        <translation>tocsin-cli zeigt keine Bilder: dafür gibt es tocsin.
</translation>
    </message>
    <message>
        <source>tocsin --help lists what there is.
</source>
        <translation>tocsin --help zeigt, was es gibt.
</translation>
    </message>
</context>
<context>
    <name>QuickLine</name>
    <message>
        <source>There is nothing to write down</source>
        <translation>Es gibt nichts aufzuschreiben</translation>
    </message>
    <message>
        <source>No role is called &quot;%1&quot;: there are %2</source>
        <translation>Keine Rolle heißt „%1“: es gibt %2</translation>
    </message>
    <message>
        <source>To whom? /handover NAME</source>
        <translation>An wen? /handover NAME</translation>
    </message>
    <message>
        <source>A severity is a number from 1, the worst, to 5, not &quot;%1&quot;</source>
        <translation>Eine Schwere ist eine Zahl von 1, der schlimmsten, bis 5, nicht „%1“</translation>
    </message>
    <message>
        <source>A status is investigating, identified, monitoring, resolved or closed, not &quot;%1&quot;</source>
        <translation>Ein Stand ist investigating, identified, monitoring, resolved oder closed, nicht „%1“</translation>
    </message>
    <message>
        <source>The moments are started, detected, acknowledged, first_update, mitigated and resolved, not &quot;%1&quot;</source>
        <translation>Die Zeitpunkte sind started, detected, acknowledged, first_update, mitigated und resolved, nicht „%1“</translation>
    </message>
    <message>
        <source>A time is 12:49 or 12:49:20, or - for what the evidence says, not &quot;%1&quot;</source>
        <translation>Eine Zeit ist 12:49 oder 12:49:20 oder - für den Stand der Belege, nicht „%1“</translation>
    </message>
    <message>
        <source>No incident is called &quot;%1&quot;</source>
        <translation>Kein Vorfall heißt „%1“</translation>
    </message>
    <message>
        <source>write something down</source>
        <translation>etwas aufschreiben</translation>
    </message>
    <message>
        <source>what was decided</source>
        <translation>was entschieden wurde</translation>
    </message>
    <message>
        <source>what you are doing</source>
        <translation>was du gerade tust</translation>
    </message>
    <message>
        <source>what is missing</source>
        <translation>was fehlt</translation>
    </message>
    <message>
        <source>give a role, or take it; - leaves it open</source>
        <translation>eine Rolle geben oder nehmen; - lässt sie offen</translation>
    </message>
    <message>
        <source>hand the command over, with a brief from the timeline</source>
        <translation>die Einsatzleitung übergeben, mit einer Übersicht aus der Zeitleiste</translation>
    </message>
    <message>
        <source>severity, from 1, the worst, to 5</source>
        <translation>Schwere, von 1, der schlimmsten, bis 5</translation>
    </message>
    <message>
        <source>how far it has come</source>
        <translation>wie weit es ist</translation>
    </message>
    <message>
        <source>it is over</source>
        <translation>es ist vorbei</translation>
    </message>
    <message>
        <source>nothing is left to do</source>
        <translation>es bleibt nichts zu tun</translation>
    </message>
    <message>
        <source>it is not over</source>
        <translation>es ist nicht vorbei</translation>
    </message>
    <message>
        <source>name it anew</source>
        <translation>neu benennen</translation>
    </message>
    <message>
        <source>correct when it started, was resolved ...</source>
        <translation>berichtigen, wann es begann, behoben wurde ...</translation>
    </message>
    <message>
        <source>it goes on in another incident</source>
        <translation>es geht in einem anderen Vorfall weiter</translation>
    </message>
    <message>
        <source>what went well</source>
        <translation>was gut ging</translation>
    </message>
    <message>
        <source>what went badly</source>
        <translation>was schlecht ging</translation>
    </message>
    <message>
        <source>what is to follow</source>
        <translation>was zu tun bleibt</translation>
    </message>
    <message>
        <source>There is no command /%1</source>
        <translation>Einen Befehl /%1 gibt es nicht</translation>
    </message>
</context>
<context>
    <name>ReportCommand</name>
    <message>
        <source>The journal cannot be read: %1
</source>
        <translation>Das Journal ist nicht lesbar: %1
</translation>
    </message>
    <message>
        <source>There is no incident in this journal.
</source>
        <translation>In diesem Journal ist kein Vorfall.
</translation>
    </message>
    <message>
        <source>%1 cannot be written.
</source>
        <translation>%1 kann nicht geschrieben werden.
</translation>
    </message>
    <message>
        <source>There is no incident &quot;%1&quot;; tocsin report lists all.
</source>
        <translation>Einen Vorfall „%1“ gibt es nicht; tocsin report nennt alle.
</translation>
    </message>
</context>
<context>
    <name>ShopCommand</name>
    <message>
        <source>The simulated shop serves at %1.
Alertmanager: %1/alertmanager
Prometheus: %1/prometheus
Ctrl+C ends it.
</source>
        <translation>Der simulierte Shop läuft unter %1.
Alertmanager: %1/alertmanager
Prometheus: %1/prometheus
Strg+C beendet ihn.
</translation>
    </message>
</context>
<context>
    <name>Snapshot</name>
    <message>
        <source>%1 cannot be written.
</source>
        <translation>%1 ist nicht beschreibbar.
</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>no proof</source>
        <translation>kein Beleg</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <translation>noch hat es niemand</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>%1 hat es</translation>
    </message>
    <message>
        <source>%1 has it, %2</source>
        <translation>%1 hat es, %2</translation>
    </message>
    <message>
        <source>flapping</source>
        <translation>flattert</translation>
    </message>
    <message>
        <source>%1 · %2 has it</source>
        <translation>%1 · %2 hat es</translation>
    </message>
    <message>
        <source>%1 since %2 · %3</source>
        <translation>%1 seit %2 · %3</translation>
    </message>
    <message>
        <source>Other alerts</source>
        <translation>Andere Alarme</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>noch nicht entschieden</translation>
    </message>
</context>
<context>
    <name>ValidateCommand</name>
    <message>
        <source>There is no configuration at %1.
</source>
        <translation>Keine Konfiguration unter %1.
</translation>
    </message>
    <message>
        <source>%1 is valid: services %2, sources %3.
</source>
        <translation>%1 ist gültig: Dienste %2, Quellen %3.
</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>DRILL</source>
        <translation>ÜBUNG</translation>
    </message>
    <message>
        <source>The configuration cannot be used</source>
        <translation>Die Konfiguration ist nicht verwendbar</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>The wall must stay readable</source>
        <translation>Die Wand muss lesbar bleiben</translation>
    </message>
    <message>
        <source>There is no screen &quot;%1&quot; now; the wall shows on the first one until it is plugged in. There is: %2
</source>
        <translation>Den Bildschirm „%1“ gibt es gerade nicht; die Wand erscheint auf dem ersten, bis er angeschlossen ist. Es gibt: %2
</translation>
    </message>
    <message>
        <source>The new configuration has mistakes; the one before stays in force</source>
        <translation>Die neue Konfiguration hat Fehler; die vorige bleibt in Kraft</translation>
    </message>
</context>
<context>
    <name>WatchCommand</name>
    <message>
        <source>station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>is wrong; the one before stays in force</source>
        <translation>ist falsch; die vorige gilt weiter</translation>
    </message>
    <message>
        <source>read again</source>
        <translation>neu gelesen</translation>
    </message>
    <message>
        <source>all is well again</source>
        <translation>wieder alles in Ordnung</translation>
    </message>
    <message>
        <source>sees again</source>
        <translation>sieht wieder</translation>
    </message>
    <message>
        <source>is blind. </source>
        <translation>ist blind. </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>Übernommen von</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, newest: %2</source>
        <translation>%1, neuester: %2</translation>
    </message>
    <message>
        <source>%1 %2 for %3</source>
        <translation>%1 %2 seit %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no sources</source>
        <translation>keine Quellen</translation>
    </message>
    <message>
        <source>Sources %1 of %2 fresh</source>
        <translation>Quellen: %1 von %2 frisch</translation>
    </message>
    <message>
        <source>Sources %1 of %2 fresh, oldest %3</source>
        <translation>Quellen: %1 von %2 frisch, älteste %3</translation>
    </message>
    <message>
        <source>We are blind since %1. %2</source>
        <translation>Wir sind blind seit %1. %2</translation>
    </message>
    <message>
        <source>We are blind. %1</source>
        <translation>Wir sind blind. %1</translation>
    </message>
    <message>
        <source>Nothing is watched yet: nothing is proven.</source>
        <translation>Noch wird nichts beobachtet: nichts ist belegt.</translation>
    </message>
    <message>
        <source>No proof from %1</source>
        <translation>Kein Beleg von %1</translation>
    </message>
    <message>
        <source>First answers are on their way</source>
        <translation>Die ersten Antworten sind unterwegs</translation>
    </message>
    <message>
        <source>All services are proven fine</source>
        <translation>Alle Dienste laufen nachweislich</translation>
    </message>
    <message>
        <source>No alerts known: no source is configured. Add one under `sources:` in the configuration.</source>
        <translation>Keine Alarme bekannt: keine Quelle ist eingerichtet. In der Konfiguration unter `sources:` eine eintragen.</translation>
    </message>
    <message>
        <source>No alerts. %1 answered, the oldest answer is %2 old.</source>
        <translation>Keine Alarme. Geantwortet: %1, die älteste Antwort ist %2 alt.</translation>
    </message>
    <message>
        <source>No alerts known: no proof from %1.</source>
        <translation>Keine Alarme bekannt: kein Beleg von %1.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>MAINT</source>
        <translation>WARTUNG</translation>
    </message>
    <message>
        <source>PENDING</source>
        <translation>OFFEN</translation>
    </message>
    <message>
        <source>UNKNOWN</source>
        <translation>UNBEKANNT</translation>
    </message>
    <message>
        <source>DEGRADED</source>
        <translation>GESTÖRT</translation>
    </message>
    <message>
        <source>DOWN</source>
        <translation>DOWN</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>in maintenance</source>
        <translation>in Wartung</translation>
    </message>
    <message>
        <source>not yet decided</source>
        <translation>noch nicht entschieden</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>unmapped</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>major</source>
        <translation>schwer</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>INFO</source>
        <translation>INFO</translation>
    </message>
    <message>
        <source>%1 (unmapped)</source>
        <translation>%1 (nicht zugeordnet)</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>stummgeschaltet</translation>
    </message>
    <message>
        <source>inhibited</source>
        <translation>unterdrückt</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>Other alerts</source>
        <translation>Andere Alarme</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln Alarm</numerusform>
            <numerusform>%Ln Alarme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s)</source>
        <translation>
            <numerusform>%Ln Dienst</numerusform>
            <numerusform>%Ln Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s)</source>
        <translation>
            <numerusform>%Ln Prüfung</numerusform>
            <numerusform>%Ln Prüfungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln Quelle</numerusform>
            <numerusform>%Ln Quellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>confirmed, not recorded</source>
        <translation>bestätigt, nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>%1, %2, since %3</source>
        <translation>%1, %2, seit %3</translation>
    </message>
    <message>
        <source>%1, acknowledged by %2</source>
        <translation>%1, %2 hat es</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>acknowledged by %1</source>
        <translation>%1 hat es</translation>
    </message>
    <message>
        <source>Monitoring stalled since %1: nothing shown is proven any more.</source>
        <translation>Die Überwachung steht seit %1 still: Nichts Gezeigtes ist noch bewiesen.</translation>
    </message>
    <message>
        <source>%1 silent for %2</source>
        <translation>%1 schweigt seit %2</translation>
    </message>
    <message>
        <source>%1 has not answered yet</source>
        <translation>%1 hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>nobody commands</source>
        <translation>niemand leitet</translation>
    </message>
    <message>
        <source>%1 commands</source>
        <translation>%1 leitet</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>%1, set by %2: %3</source>
        <translation>%1, gesetzt von %2: %3</translation>
    </message>
    <message>
        <source>%1, from the evidence</source>
        <translation>%1, aus den Belegen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more incident(s)</source>
        <translation>
            <numerusform>und %Ln weiterer Vorfall</numerusform>
            <numerusform>und %Ln weitere Vorfälle</numerusform>
        </translation>
    </message>
    <message>
        <source>corrected by %1: %2</source>
        <translation>berichtigt von %1: %2</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>– nothing is known to be wrong now</source>
        <translation>– zurzeit ist nichts als gestört bekannt</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Handlungen</translation>
    </message>
    <message>
        <source>– nothing is being done</source>
        <translation>– zurzeit wird nichts getan</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>– nothing is asked for</source>
        <translation>– nichts wird verlangt</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>There is no configuration at %1. Write one, name one with --config, or try --simulated.
</source>
        <translation>Keine Konfiguration unter %1. Eine schreiben, eine mit --config nennen oder --simulated versuchen.
</translation>
    </message>
</context>
<context>
    <name>tocsin::AcknowledgePanel</name>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>What will be acknowledged</source>
        <translation>Was übernommen wird</translation>
    </message>
    <message>
        <source>Comment, for the others</source>
        <translation>Kommentar für die anderen</translation>
    </message>
    <message>
        <source>as long as it stands</source>
        <translation>solange er ansteht</translation>
    </message>
    <message>
        <source>at most %1 h</source>
        <translation>höchstens %1 h</translation>
    </message>
    <message>
        <source>Acknowledge %1: looking up what this will match …</source>
        <translation>%1 übernehmen: es wird ermittelt, was das trifft …</translation>
    </message>
    <message>
        <source>left out: it would match %1 (%2)</source>
        <translation>ausgelassen: träfe %1 (%2)</translation>
    </message>
    <message>
        <source>a check of our own: kept in the journal</source>
        <translation>eigene Prüfung: steht im Journal</translation>
    </message>
    <message>
        <source>kept in the journal: its source only reads</source>
        <translation>steht im Journal: Seine Quelle lässt sich nur lesen</translation>
    </message>
    <message>
        <source>%1 of %2 match exactly 1 each</source>
        <translation>%1 von %2 treffen je genau 1</translation>
    </message>
    <message>
        <source>%1, each matches exactly 1</source>
        <translation>%1, je genau 1 Treffer</translation>
    </message>
    <message>
        <source>%1, kept in the journal</source>
        <translation>%1, im Journal geführt</translation>
    </message>
    <message>
        <source>Acknowledge exactly %1</source>
        <translation>Genau %1 übernehmen</translation>
    </message>
    <message>
        <source>Acknowledge %1 of %2</source>
        <translation>Übernehmen: %1 / %2</translation>
    </message>
</context>
<context>
    <name>tocsin::AlertDelegate</name>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
</context>
<context>
    <name>tocsin::AlertDetail</name>
    <message>
        <source>Acknowledge</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Open at its source</source>
        <translation>In der Quelle öffnen</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>since %1, for %2</source>
        <translation>seit %1, Dauer %2</translation>
    </message>
    <message>
        <source>its source does not say since when</source>
        <translation>die Quelle sagt nicht, seit wann</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Wer es hat</translation>
    </message>
    <message>
        <source>Kept quiet</source>
        <translation>Stillgehalten</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschaltung</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Open this link</source>
        <translation>Diesen Link öffnen</translation>
    </message>
</context>
<context>
    <name>tocsin::AlertLinks</name>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>tocsin::AlertView</name>
    <message>
        <source>Alerts of all sources</source>
        <translation>Alarme aller Quellen</translation>
    </message>
</context>
<context>
    <name>tocsin::AlertsPage</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtern</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>markieren</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>übernehmen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>schlimmste zuerst</translation>
    </message>
    <message>
        <source>%1 marked</source>
        <translation>%1 markiert</translation>
    </message>
    <message>
        <source>No alert passes this filter. %1 clears it.</source>
        <translation>Kein Alarm passt zu diesem Filter. %1 löscht ihn.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>stummschalten</translation>
    </message>
    <message>
        <source>by &quot;%1&quot;, reversed</source>
        <translation>nach „%1“, umgekehrt</translation>
    </message>
    <message>
        <source>by &quot;%1&quot;</source>
        <translation>nach „%1“</translation>
    </message>
    <message>
        <source>%1: there may be alerts that are not listed, and some that are listed may be over.</source>
        <translation>%1: Es kann Alarme geben, die hier fehlen, und manche, die hier stehen, können vorbei sein.</translation>
    </message>
</context>
<context>
    <name>tocsin::AnswerView</name>
    <message>
        <source>Parts of the answer</source>
        <translation>Teile der Antwort</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Latency, %1</source>
        <translation>Latenz, %1</translation>
    </message>
    <message>
        <source>of %1, %2</source>
        <translation>von %1, %2</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>letzte %1</translation>
    </message>
    <message>
        <source>%1 · 0 goes back</source>
        <translation>%1 · 0 führt zurück</translation>
    </message>
</context>
<context>
    <name>tocsin::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Was ist zu tun?</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>tocsin::CrisisBar</name>
    <message>
        <source>DRILL: this is the simulated shop, nothing here is real</source>
        <translation>ÜBUNG: das ist der simulierte Shop, nichts hier ist echt</translation>
    </message>
    <message>
        <source>Worst now</source>
        <translation>Jetzt am schlimmsten</translation>
    </message>
</context>
<context>
    <name>tocsin::DeclarePanel</name>
    <message>
        <source>Declare an incident</source>
        <translation>Vorfall ausrufen</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>Ausrufen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>What is wrong, in a few words</source>
        <translation>Was nicht stimmt, in wenigen Worten</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>There is an incident about this already: %1</source>
        <translation>Dazu gibt es schon einen Vorfall: %1</translation>
    </message>
</context>
<context>
    <name>tocsin::DeskWindow</name>
    <message>
        <source>Tocsin</source>
        <translation>Tocsin</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Customer updates, history and drills come with a later version.</source>
        <translation>Kundenmeldungen, Verlauf und Übungen kommen in einer späteren Version.</translation>
    </message>
</context>
<context>
    <name>tocsin::DetailHeader</name>
    <message>
        <source>tier %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>depends on %1</source>
        <translation>hängt ab von %1</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>%1 hat es</translation>
    </message>
    <message>
        <source>flapping</source>
        <translation>flattert</translation>
    </message>
    <message>
        <source>Other alerts</source>
        <translation>Andere Alarme</translation>
    </message>
    <message>
        <source>since %1 · %2</source>
        <translation>seit %1 · %2</translation>
    </message>
</context>
<context>
    <name>tocsin::EntryView</name>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>%1 · station %2</source>
        <translation>%1 · Station %2</translation>
    </message>
</context>
<context>
    <name>tocsin::EvidenceView</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 → %2 in %3</source>
        <translation>%1 → %2 in %3</translation>
    </message>
    <message>
        <source>content-type %1</source>
        <translation>Content-Type %1</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>dns</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>tls</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>first byte</source>
        <translation>erstes Byte</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source> · kept connection</source>
        <translation> · gehaltene Verbindung</translation>
    </message>
    <message>
        <source>certificate expired %1 d ago</source>
        <translation>Zertifikat vor %1 d abgelaufen</translation>
    </message>
    <message>
        <source>certificate %1 d left</source>
        <translation>Zertifikat noch %1 d gültig</translation>
    </message>
    <message>
        <source>%1, %2 · seen %3</source>
        <translation>%1, %2 · gesehen %3</translation>
    </message>
    <message>
        <source>Evidence of the last answer</source>
        <translation>Beleg der letzten Antwort</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
</context>
<context>
    <name>tocsin::FilterBar</name>
    <message>
        <source>Group storms</source>
        <translation>Alarmfluten bündeln</translation>
    </message>
    <message>
        <source>Filter: service=payments severity=~&quot;critical|page&quot; state!=acked, or words</source>
        <translation>Filter: service=payments severity=~&quot;critical|page&quot; state!=acked, oder Wörter</translation>
    </message>
    <message>
        <source>Filter the alerts</source>
        <translation>Alarme filtern</translation>
    </message>
    <message>
        <source>At character %1: %2. The filter before stays in force.</source>
        <translation>Bei Zeichen %1: %2. Der vorige Filter gilt weiter.</translation>
    </message>
</context>
<context>
    <name>tocsin::HelpPanel</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>%1 finds every command by its name. %2 closes this.</source>
        <translation>%1 findet jeden Befehl nach Namen. %2 schließt dies.</translation>
    </message>
</context>
<context>
    <name>tocsin::IncidentHead</name>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Change the severity</source>
        <translation>Schwere ändern</translation>
    </message>
    <message>
        <source>%1, declared by %2</source>
        <translation>%1, ausgerufen von %2</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>ÜBUNG</translation>
    </message>
</context>
<context>
    <name>tocsin::IncidentPage</name>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>No incident is open. Mark alerts or go to a tile and press i to declare one; here i declares one by hand.</source>
        <translation>Kein Vorfall ist offen. Alarme markieren oder zu einer Kachel gehen und i drücken, um einen auszurufen; hier ruft i einen von Hand aus.</translation>
    </message>
    <message>
        <source>The incident was not declared: %1</source>
        <translation>Der Vorfall wurde nicht ausgerufen: %1</translation>
    </message>
    <message>
        <source>The report is on the clipboard, as Markdown.</source>
        <translation>Der Bericht liegt als Markdown in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Go to the entry first that is to be corrected</source>
        <translation>Erst zu dem Eintrag gehen, der berichtigt werden soll</translation>
    </message>
    <message>
        <source>What should stand there instead of: %1</source>
        <translation>Was stattdessen dort stehen soll: %1</translation>
    </message>
</context>
<context>
    <name>tocsin::LatencyChart</name>
    <message>
        <source>Latency of %1</source>
        <translation>Latenz von %1</translation>
    </message>
    <message>
        <source>No answers in this time</source>
        <translation>Keine Antworten in dieser Zeit</translation>
    </message>
    <message numerus="yes">
        <source>From %1 to %2: fastest %3, slowest %4, last %5, %n change(s) of state</source>
        <translation>
            <numerusform>Von %1 bis %2: schnellste %3, langsamste %4, letzte %5, %n Zustandswechsel</numerusform>
            <numerusform>Von %1 bis %2: schnellste %3, langsamste %4, letzte %5, %n Zustandswechsel</numerusform>
        </translation>
    </message>
    <message>
        <source>No answers in this time yet. Press r to check now, or − to see more time.</source>
        <translation>Noch keine Antworten in dieser Zeit. r prüft jetzt, − zeigt mehr Zeit.</translation>
    </message>
    <message>
        <source>Drag to zoom, + and − zoom, arrows move, 0 goes back</source>
        <translation>Ziehen vergrößert, + und − ändern die Größe, Pfeile verschieben, 0 führt zurück</translation>
    </message>
</context>
<context>
    <name>tocsin::MatchList</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>tocsin::MetricList</name>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>letzte Stunde</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1; the last figure came %2</source>
        <translation>%1; der letzte Wert kam %2</translation>
    </message>
</context>
<context>
    <name>tocsin::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>The configuration has mistakes; the one before stays in force:</source>
        <translation>Die Konfiguration hat Fehler; die vorige gilt weiter:</translation>
    </message>
    <message>
        <source>The configuration has mistakes:</source>
        <translation>Die Konfiguration hat Fehler:</translation>
    </message>
    <message>
        <source>and %1 more, see: tocsin validate</source>
        <translation>und %1 weitere, siehe: tocsin validate</translation>
    </message>
    <message>
        <source>A message through %1 was not delivered: %2</source>
        <translation>Eine Nachricht durch %1 wurde nicht zugestellt: %2</translation>
    </message>
    <message>
        <source>Messages through %1 do not get through yet: %2</source>
        <translation>Nachrichten durch %1 kommen noch nicht durch: %2</translation>
    </message>
</context>
<context>
    <name>tocsin::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>/ filter</source>
        <translation>/ filtern</translation>
    </message>
    <message>
        <source>Filter services by name or state</source>
        <translation>Dienste nach Name oder Zustand filtern</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>%1, worst first</source>
        <translation>%1, schlimmste zuerst</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>tocsin::PeopleColumn</name>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Now, as %1</source>
        <translation>Jetzt, als %1</translation>
    </message>
</context>
<context>
    <name>tocsin::QuickLineEdit</name>
    <message>
        <source>Write a note, or / for commands</source>
        <translation>Notiz schreiben, oder / für Befehle</translation>
    </message>
    <message>
        <source>Note or command</source>
        <translation>Notiz oder Befehl</translation>
    </message>
    <message>
        <source>Not written down: %1</source>
        <translation>Nicht aufgeschrieben: %1</translation>
    </message>
</context>
<context>
    <name>tocsin::ScopeColumn</name>
    <message>
        <source>May belong to it</source>
        <translation>Gehört vielleicht dazu</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Nothing is linked. Mark alerts, or go to a tile, and press i.</source>
        <translation>Nichts ist verknüpft. Alarme markieren oder zu einer Kachel gehen und i drücken.</translation>
    </message>
    <message>
        <source>Enter links</source>
        <translation>Enter verknüpft</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>nicht überwacht</translation>
    </message>
    <message>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>not listed</source>
        <translation>nicht gelistet</translation>
    </message>
</context>
<context>
    <name>tocsin::ServiceDetail</name>
    <message>
        <source>Acknowledge</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu prüfen</translation>
    </message>
    <message>
        <source>Checks and alerts</source>
        <translation>Prüfungen und Alarme</translation>
    </message>
    <message>
        <source>none: add checks to this service, so that calm can be proven</source>
        <translation>keine: diesem Dienst Prüfungen geben, damit Ruhe belegt werden kann</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2; the worst %3 are listed</source>
        <translation>%1, %2; die schlimmsten %3 sind aufgeführt</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschalten</translation>
    </message>
</context>
<context>
    <name>tocsin::SettingsPage</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>wie der Desktop</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>hoher Kontrast</translation>
    </message>
    <message>
        <source>Tocsin %1, free software under the GNU General Public License, version 3 or later.</source>
        <translation>Tocsin %1, freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Configuration: %1</source>
        <translation>Konfiguration: %1</translation>
    </message>
    <message>
        <source>No source is configured. Add one under `sources:` in the configuration.</source>
        <translation>Keine Quelle ist eingerichtet. In der Konfiguration unter `sources:` eine eintragen.</translation>
    </message>
    <message>
        <source>No check is listed. Add checks to the services in the configuration.</source>
        <translation>Keine Prüfung ist aufgeführt. In der Konfiguration bei den Diensten Prüfungen eintragen.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>service or check</source>
        <translation>Dienst oder Prüfung</translation>
    </message>
    <message>
        <source>Find a check</source>
        <translation>Eine Prüfung finden</translation>
    </message>
    <message>
        <source>%1, worst first</source>
        <translation>%1, schlimmste zuerst</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1; the first %2 are listed</source>
        <translation>%1; die ersten %2 sind aufgeführt</translation>
    </message>
    <message>
        <source>No channel is configured: nobody is told of anything. Add one under `channels:` in the configuration.</source>
        <translation>Es ist kein Kanal konfiguriert: Niemand erfährt etwas. In der Konfiguration unter `channels:` einen angeben.</translation>
    </message>
    <message>
        <source>No message was sent yet.</source>
        <translation>Es wurde noch keine Nachricht verschickt.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>tocsin::SilencePanel</name>
    <message>
        <source>What the silence matches</source>
        <translation>Was die Stummschaltung trifft</translation>
    </message>
    <message>
        <source>alertname=&quot;…&quot; instance=~&quot;a|b&quot;</source>
        <translation>alertname=&quot;…&quot; instance=~&quot;a|b&quot;</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Why is this quiet? Needed</source>
        <translation>Warum ist es hier still? Nötig</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>What will be silenced</source>
        <translation>Was stummgeschaltet wird</translation>
    </message>
    <message>
        <source>How long: 30m, 2h, 1d12h; from %1 to %2</source>
        <translation>Wie lange: 30m, 2h, 1d12h; von %1 bis %2</translation>
    </message>
    <message>
        <source>for</source>
        <translation>für</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>Bei Zeichen %1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no length of time: write it like 30m, 2h or 1d12h</source>
        <translation>„%1“ ist keine Dauer: Sie schreibt sich wie 30m, 2h oder 1d12h</translation>
    </message>
    <message>
        <source>was not chosen, but is matched</source>
        <translation>nicht gewählt, aber getroffen</translation>
    </message>
    <message>
        <source>not matched: stays as it is</source>
        <translation>nicht getroffen: bleibt, wie er ist</translation>
    </message>
    <message>
        <source>its source keeps no silences</source>
        <translation>seine Quelle kennt keine Stummschaltungen</translation>
    </message>
    <message>
        <source>Silence %1</source>
        <translation>Stummschalten: %1</translation>
    </message>
    <message>
        <source>%1 of them not chosen</source>
        <translation>davon %1 nicht gewählt</translation>
    </message>
</context>
<context>
    <name>tocsin::TestList</name>
    <message>
        <source>answered %1</source>
        <translation>geantwortet: %1</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>works, in %1</source>
        <translation>geht, in %1</translation>
    </message>
    <message>
        <source>Testing …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation>noch nichts verschickt</translation>
    </message>
</context>
<context>
    <name>tocsin::TileView</name>
    <message>
        <source>Services, worst first</source>
        <translation>Dienste, schlimmste zuerst</translation>
    </message>
    <message>
        <source>No service is named or in a state like “%1”. Esc shows all again.</source>
        <translation>Kein Dienst mit Name oder Zustand wie „%1“. Esc zeigt wieder alle.</translation>
    </message>
    <message>
        <source>Nothing is watched yet, so nothing is proven. Add services to the configuration, or look at the simulated shop with: tocsin --simulated</source>
        <translation>Noch wird nichts beobachtet, also ist nichts belegt. Dienste in die Konfiguration eintragen oder den simulierten Shop ansehen mit: tocsin --simulated</translation>
    </message>
</context>
<context>
    <name>tocsin::TimelineBar</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the timeline</source>
        <translation>Zeitleiste filtern</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>pinned %1</source>
        <translation>angeheftet %1</translation>
    </message>
</context>
<context>
    <name>tocsin::TimelineDelegate</name>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>evidence kept</source>
        <translation>Beleg vorhanden</translation>
    </message>
</context>
<context>
    <name>tocsin::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>tocsin::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Acknowledging %1 …</source>
        <translation>Wird übernommen: %1 …</translation>
    </message>
    <message>
        <source>Giving back %1 …</source>
        <translation>Wird zurückgegeben: %1 …</translation>
    </message>
    <message>
        <source>Acknowledged %1.</source>
        <translation>Übernommen: %1.</translation>
    </message>
    <message>
        <source>Gave back %1.</source>
        <translation>Zurückgegeben: %1.</translation>
    </message>
    <message>
        <source>%1 It could not be written to the journal.</source>
        <translation>%1 Ins Journal ließ es sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Not acknowledged, %1: %2</source>
        <translation>Nicht übernommen, %1: %2</translation>
    </message>
    <message>
        <source>Not given back, %1: %2</source>
        <translation>Nicht zurückgegeben, %1: %2</translation>
    </message>
    <message>
        <source>Silencing %1 …</source>
        <translation>%1 werden stummgeschaltet …</translation>
    </message>
    <message>
        <source>Ending the silence over %1 …</source>
        <translation>Stummschaltung von %1 wird beendet …</translation>
    </message>
    <message>
        <source>Silenced %1.</source>
        <translation>Stummgeschaltet: %1.</translation>
    </message>
    <message>
        <source>Ended the silence over %1.</source>
        <translation>Stummschaltung beendet: %1.</translation>
    </message>
    <message>
        <source>Not silenced, %1: %2</source>
        <translation>Nicht stummgeschaltet, %1: %2</translation>
    </message>
    <message>
        <source>The silence over %1 was not ended: %2</source>
        <translation>Die Stummschaltung von %1 wurde nicht beendet: %2</translation>
    </message>
    <message>
        <source>Acknowledging %1: %2</source>
        <translation>Übernehmen von %1: %2</translation>
    </message>
    <message>
        <source>Giving back %1: %2</source>
        <translation>Zurückgeben von %1: %2</translation>
    </message>
    <message>
        <source>Silencing %1: %2</source>
        <translation>Stummschalten von %1: %2</translation>
    </message>
    <message>
        <source>Ending the silence over %1: %2</source>
        <translation>Stummschaltung von %1 beenden: %2</translation>
    </message>
</context>
<context>
    <name>tocsin::WallView</name>
    <message>
        <source>Nothing is watched yet, so nothing is proven.
Add services to the configuration of this station.</source>
        <translation>Noch wird nichts beobachtet, also ist nichts belegt.
Dienste in die Konfiguration dieser Station eintragen.</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wand</translation>
    </message>
    <message>
        <source>no news yet</source>
        <translation>noch nichts Neues</translation>
    </message>
    <message>
        <source>last news %1</source>
        <translation>zuletzt Neues %1</translation>
    </message>
</context>
</TS>
