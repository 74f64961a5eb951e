#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tocsin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server for tests, on loopback only: aiosmtpd with a few rules of its own.

    smtp_server.py --mailbox FOLDER [--user NAME --password WORD] --listen PORT,MODE[,CERT,KEY] ...

MODE is `starttls` (offered, and wanted before anything else), `tls` (from the first byte) or `plain`; with a user, the first two
want a login. Each mail that is taken becomes NNNN.eml, the bytes as they came, and NNNN.json: envelope, and how Python's
own mail package reads the message. Who is refused says the name before the @:

    gone    550 in two lines    grey  451    full    452      as a recipient
    banned  550                 later 451                     as a sender
    huge    552 after the mail  spam  554 after the mail      as a recipient
"""

import argparse
import asyncio
import email
import email.policy
import json
import os
import ssl

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

REFUSED_RECIPIENTS = {
    "gone": "550-5.1.1 Nobody of that name lives here.\r\n550 5.1.1 Ask the postmaster.",
    "grey": "451 4.7.1 Greylisted, come back in five minutes",
    "full": "452 4.2.2 Mailbox full",
}
REFUSED_SENDERS = {"banned": "550 5.7.1 Not from you", "later": "451 4.3.0 Try again later"}
REFUSED_MAILS = {"huge": "552 5.3.4 Message too big", "spam": "554 5.7.1 Looks like spam"}
SIZE_LIMIT = 100_000


def name_of(address):
    return address.rpartition("@")[0]


class Postmaster:
    def __init__(self, mailbox):
        self.mailbox = mailbox
        self.count = 0

    async def handle_MAIL(self, server, session, envelope, address, options):
        if name_of(address) in REFUSED_SENDERS:
            return REFUSED_SENDERS[name_of(address)]
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 Sender is fine"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if name_of(address) in REFUSED_RECIPIENTS:
            return REFUSED_RECIPIENTS[name_of(address)]
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Recipient is fine"

    async def handle_DATA(self, server, session, envelope):
        for address in envelope.rcpt_tos:
            if name_of(address) in REFUSED_MAILS:
                return REFUSED_MAILS[name_of(address)]
        self.count += 1
        self.keep(f"{self.count:04}", session, envelope)
        return f"250 2.0.0 queued as T{self.count:04}"

    def keep(self, name, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        facts = {
            "hello": session.host_name,
            "login": session.auth_data.decode() if session.auth_data else "",
            "tls": session.ssl is not None,
            "mail_from": envelope.mail_from,
            "mail_options": envelope.mail_options,
            "rcpt_tos": envelope.rcpt_tos,
            "headers": {key: str(value) for key, value in message.items()},
            "header_count": len(message.items()),
            "content_type": message.get_content_type(),
            "charset": message.get_content_charset(),
            "text": message.get_content(),
            "defects": [str(defect) for part in message.walk() for defect in part.defects]
            + [str(defect) for value in message.values() for defect in value.defects],
        }
        with open(os.path.join(self.mailbox, name + ".eml"), "wb") as file:
            file.write(envelope.content)
        with open(os.path.join(self.mailbox, name + ".json.part"), "w", encoding="utf-8") as file:
            json.dump(facts, file)
        os.rename(os.path.join(self.mailbox, name + ".json.part"), os.path.join(self.mailbox, name + ".json"))


def authenticator(user, password):
    def check(server, session, envelope, mechanism, data):
        good = (
            isinstance(data, LoginPassword)
            and data.login == user.encode()
            and data.password == password.encode()
        )
        return AuthResult(success=good, handled=False, auth_data=data.login if good else None)

    return check


async def serve(arguments):
    loop = asyncio.get_running_loop()
    postmaster = Postmaster(arguments.mailbox)
    servers = []
    for listen in arguments.listen:
        port, mode, *pair = listen.split(",")
        context = None
        if pair:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(*pair)
        options = {
            "hostname": "mail.example.net",
            "data_size_limit": SIZE_LIMIT,
            "enable_SMTPUTF8": mode != "plain",
            "loop": loop,
        }
        if mode == "starttls":
            options |= {"tls_context": context, "require_starttls": True}
        if arguments.user and mode != "plain":
            options |= {
                "authenticator": authenticator(arguments.user, arguments.password),
                "auth_required": True,
                "auth_require_tls": mode == "starttls",
            }
        servers.append(
            await loop.create_server(
                lambda options=options: SMTP(postmaster, **options),
                "127.0.0.1",
                int(port),
                ssl=context if mode == "tls" else None,
            )
        )
    print("ready", flush=True)
    await asyncio.gather(*(server.serve_forever() for server in servers))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mailbox", required=True)
    parser.add_argument("--listen", action="append", required=True)
    parser.add_argument("--user")
    parser.add_argument("--password")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
