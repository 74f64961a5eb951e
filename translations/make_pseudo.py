#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tocsin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pseudo-language: every text of a .ts file, accented, in brackets and 40 % longer.

What is still plain in a picture was never translatable; what is cut is too narrow for a real language.
Usage: make_pseudo.py IN.ts OUT.ts
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

ACCENTED = str.maketrans("aceinosuyzACEINOSUYZ", "áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ")
# Placeholders and mark-up must survive: %1, %n, &Mnemonic, <b>, \n.
KEPT = re.compile(r"(%L?\d|%L?n|&\w|<[^>]*>|\n)")


def pseudo(text: str) -> str:
    if not text.strip():
        return text
    parts = KEPT.split(text)
    accented = "".join(part if KEPT.fullmatch(part) else part.translate(ACCENTED) for part in parts)
    padding = "~" * max(1, round(0.4 * len(text)) - 2)
    return f"[{accented}{padding}]"


def main() -> None:
    tree = ElementTree.parse(sys.argv[1])
    for message in tree.iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        if message.get("numerus") == "yes":
            for form in forms:
                form.text = pseudo(source)
        else:
            translation.text = pseudo(source)
    tree.getroot().set("language", "en_XA")
    tree.write(sys.argv[2], encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main()
