"""Asks a running LibreOffice to proofread a text with its LanguageTool client: PORT TEXT. Prints JSON."""

import json
import sys
import time

import uno
from com.sun.star.lang import Locale

port, text = sys.argv[1:]
context = uno.getComponentContext()
resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
office = None
for _ in range(240):
    try:
        office = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.25)
services = office.ServiceManager
swedish = Locale("sv", "SE", "")
linguistics = services.createInstanceWithContext("com.sun.star.linguistic2.LinguServiceManager", office)
offered = linguistics.getAvailableServices("com.sun.star.linguistic2.Proofreader", swedish)
checker = services.createInstanceWithContext("org.openoffice.lingu.LanguageToolGrammarChecker", office)
result = checker.doProofreading("1", text, swedish, 0, len(text), ())
print(
    json.dumps(
        {
            "offered": list(offered),
            "swedish": checker.hasLocale(swedish),
            "german": checker.hasLocale(Locale("de", "DE", "")),
            "errors": [
                {
                    "start": error.nErrorStart,
                    "length": error.nErrorLength,
                    "short": error.aShortComment,
                    "full": error.aFullComment,
                    "suggestions": list(error.aSuggestions),
                }
                for error in result.aErrors
            ],
        }
    )
)
