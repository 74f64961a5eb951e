<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CheckCommand</name>
    <message>
        <source>There is no configuration at %1. Write one, name one with --config, or try --simulated.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a service nor a source.
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckTable</name>
    <message>
        <source>SERVICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AGE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Go to the overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark or unmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all that are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last acknowledgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group storms or list every alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: high contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>one pass of every check and source; prints a table, ends with 0 ok, 1 degraded, 2 down, 3 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tells every mistake in a configuration, with file, line and column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prints the JSON Schema of the configuration, for editors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs the simulated shop on loopback until interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a station without a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polls for real, then writes a picture, without a display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>configuration file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder for journal and history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a second set of configuration and data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch the built-in simulated shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark, light or contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language of the screens, e.g. de</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check: one JSON object instead of a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the wall display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wall: name of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wall: time per page, e.g. 30s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wall: everything on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot: overview, alerts or wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot: width and height, e.g. 1920x1080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot: how long to watch first, e.g. 30s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot: the picture to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop: port to listen on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a duration such as 30s, not &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is one of %2, not &quot;%3&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size is width and height such as 1920x1080, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--port is a number from 1 to 65535, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot needs --out FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tocsin, the war room of an online shop.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemRows</name>
    <message>
        <source>%1 has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proven %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alert %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>dns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Phrase</name>
    <message>
        <source>%1 is not in the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has no header %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificate was shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has no body that could be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known which address answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: is %2, which cannot be compared so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program cannot ask name servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no record of type %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name server does not let us ask (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name server answered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing: there is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer came from another address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not let us look (status %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered with status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status %1 proves nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sign-in page came instead of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sign-in page came instead of JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML came instead of JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not valid JSON, or cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is no JSON: its content type is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer does not say what it is: no content type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON came as %1: the wrong content type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is empty, which proves nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HEAD brings no body: say which status is expected, as in [STATUS] == 200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page proves nothing by itself: say what it must contain, as in [BODY] == pat(*Checkout*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no health answer that we know: say what proves it, as in [BODY].status == UP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says of itself: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says of itself &quot;%1&quot;, and nobody said what that means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The health answer ends before its verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part is not well: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded, %1: is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate ended on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is only good from %1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate ends in %1, on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server showed no certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated shop cannot listen on port %1 of 127.0.0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its source cannot be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledging broke by a fault of the program: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alert is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the check is OK: there is nothing to take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has acknowledged it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we are blind since %1: none of %2 beacons answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed while this station was blind, which proves nothing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this check cannot be run: nothing knows the type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this check broke by a fault of the program: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed %1 of %2 times before it counts: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>impaired %1 of %2 times before it counts: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers again, %1 of %2 times before it counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no valid answer for more than %1, the last one at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer yet, after more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this station is blind since %1: none of its beacons answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance until %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no source called %1 that could answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the query answers with %1 series, and one is needed: sum them, or pick one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this source cannot be asked: nothing knows the type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this source broke by a fault of the program: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer for more than %1, the last one at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing watches it: it has no check, and no source that could hold its alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 proves nothing now: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the first answer of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: its severity &quot;%2&quot; is not mapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is about to fire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as last known: %2 proves nothing now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret from %1 is not fetched yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable %1 is not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret file %1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret file %1 can be read by other users: allow only its owner to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret from %1 is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret from %1 is longer than 64 KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The helper command %1 cannot be started: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The helper command %1 ended with status %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The helper command %1 gave no answer within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The helper command %1 was ended with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring can be reached for the entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring has no entry %1 for Tocsin, or refuses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring gave no answer for the entry %1 within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the configuration of the simulated shop is wrong: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alert is no longer there; nothing was acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody ended this acknowledgement in Alertmanager; it was not renewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alertmanager did not take the acknowledgement: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the acknowledgement arrived (%1), and looking for it failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The acknowledgement was sent (%1), but Alertmanager does not list it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alertmanager took the acknowledgement, but it is not in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The acknowledgement silenced %1 other alerts as well and was ended again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The acknowledgement silences %1 other alerts as well and could not be ended: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is JSON, but not a list of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is JSON, but not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry %1 of the list of %2 has no valid &quot;%3&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the %1 members answers properly; %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member %1 is left out: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not tell its status: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who acknowledged what cannot be told, %1 does not list its silences: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which alerts are muted cannot be told by %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has just started and is not ready yet (cluster status &quot;%2&quot;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alert %1, which must always fire, is missing: no alert may be getting through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the alerts listed should have ended long ago, one of them at %2: the answer is old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The acknowledgement by %1 covers %2 other alerts as well; end it where it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The acknowledgement could not be ended in Alertmanager: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is still in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials refused (status %1): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged in but not allowed to read this (status %1): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found (status %1): wrong address or path prefix? %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server limits how often it may be asked (status %1): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server error (status %1): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has status %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is empty (status %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content type &quot;%1&quot; instead of JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer does not say that it is JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in page instead of JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page instead of JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was made %1 ago (at %2): it is stored, or the clocks differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer comes from a cache and is %1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 ahead of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not valid JSON: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON of the answer is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is JSON, but not one of Prometheus&apos; API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has no valid &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus answers with an error (%1): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query gives native histograms; histogram_quantile(), histogram_count() or histogram_sum() gives numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query gives a text, not numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule %1 (group %2) cannot be evaluated: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule %1 (group %2) has not been evaluated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule %1 (group %2) was last evaluated %3 ago, its interval is %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more rules are in trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alerting rule is loaded, so that no alert proves nothing; set &quot;alerts: false&quot; for queries only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus warns: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus warns about a query: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range of a query must end after it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alert has no labels that a silence could match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A silence for this alert would match %1 alerts; nothing was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of source cannot keep an acknowledgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of source has no query language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 has format %2, written by a newer Tocsin; this one knows formats up to %3. Nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a journal of Tocsin. Nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Tocsin on this computer writes the journal; this one only reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no journal in %1 yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal was damaged (%1). It is kept as %2; a new one was begun with %3 events that could be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of %1 is full: nothing can be recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal is damaged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal cannot be opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal refused the entry: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal was opened for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not the address of a name server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a name that can be asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from the name server %1 within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers questions about names at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name server %1 sent an answer that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name server %1 could not be asked: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before an answer came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header %1 cannot be sent: it has characters that are not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an HTTP method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration does not say where %1 is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an address that can be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests are waiting already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked within %2: the other requests to %1 did not end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 was not resolved within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1 within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No TLS handshake with %1 within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from %1 within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 was not complete within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1 could be made: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the proxy cannot be resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy did not connect to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 broke the connection off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection before the answer was whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not speak TLS on this port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not accept our client certificate, or wants one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client certificate %1 or its key cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of authorities %1 cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header of the answer of %1 is larger than %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for the answer of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 answered is not HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is encoded in a broken or unknown way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 breaks the rules of HTTP: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request to %1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirected to %1, which is not allowed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirected more than %1 times, at last to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The redirects go in a circle at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirected to an address that is neither http nor https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirected to %1, where the body of the request must not be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 has expired on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid before %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed: nobody vouches for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 comes from an unknown authority: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was made for %1, not for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is too weak: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An authority behind the certificate of %1 has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>tocsin-cli shows no pictures: use tocsin for this.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tocsin --help lists what there is.
</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Snapshot</name>
    <message>
        <source>%1 cannot be written.
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>no proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has it, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other alerts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValidateCommand</name>
    <message>
        <source>There is no configuration at %1.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is valid: services %2, sources %3.
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>There is no screen &quot;%1&quot;; the wall shows on the first one.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WatchCommand</name>
    <message>
        <source>station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is wrong; the one before stays in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, newest: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 for %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources %1 of %2 fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources %1 of %2 fresh, oldest %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are blind since %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are blind. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is watched yet: nothing is proven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proof from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First answers are on their way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All services are proven fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alerts known: no source is configured. Add one under `sources:` in the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alerts. %1 answered, the oldest answer is %2 old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alerts known: no proof from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAINT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PENDING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNKNOWN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEGRADED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DOWN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unmapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>major</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INFO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (unmapped)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silenced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inhibited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed, not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, since %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, acknowledged by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledged by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::AcknowledgePanel</name>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for 15 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for 4 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What are you doing about it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::AlertDelegate</name>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::AlertDetail</name>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1, for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its source does not say since when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::AlertLinks</name>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::AlertView</name>
    <message>
        <source>Alerts of all sources</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::AlertsPage</name>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alert passes this filter. %1 clears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::AnswerView</name>
    <message>
        <source>Parts of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last hour · drag to zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · 0 shows the last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::CrisisBar</name>
    <message>
        <source>DRILL: this is the simulated shop, nothing here is real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::DeskWindow</name>
    <message>
        <source>Tocsin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::DetailHeader</name>
    <message>
        <source>tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depends on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::EvidenceView</name>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content-type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · kept connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate expired %1 d ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate %1 d left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 · seen %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence of the last answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::FilterBar</name>
    <message>
        <source>Group storms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: service=payments severity=~&quot;critical|page&quot; state!=acked, or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At character %1: %2. The filter before stays in force.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::HelpPanel</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 finds every command by its name. %2 closes this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::LatencyChart</name>
    <message>
        <source>Drag to zoom, + and − zoom, arrows move, 0 shows the last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answers in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>From %1 to %2: fastest %3, slowest %4, last %5, %n change(s) of state</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No answers in this time yet. Press r to check now, or − to see more time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration has mistakes; the one before stays in force:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration has mistakes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more, see: tocsin validate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/ filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter services by name or state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, worst first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::PreviewPanel</name>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment, for the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as long as it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge %1: looking up what this will match …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: it would match %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge exactly %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ServiceDetail</name>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks and alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: add checks to this service, so that calm can be proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::SettingsPage</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tocsin %1, free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::SourceList</name>
    <message>
        <source>No source is configured. Add one under `sources:` in the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::TileView</name>
    <message>
        <source>Services, worst first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service is named or in a state like “%1”. Esc shows all again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is watched yet, so nothing is proven. Add services to the configuration, or start the simulated shop with: tocsin shop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledging %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving back %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gave back %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It could not be written to the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not acknowledged, %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not given back, %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::WallView</name>
    <message>
        <source>Nothing is watched yet, so nothing is proven.
Add services to the configuration of this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no news yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last news %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
