# Loads a document in a LibreOffice that listens on a pipe, and prints its comments as JSON: annotations.py PIPE FILE.
import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

pipe, path = sys.argv[1:]
resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
for _ in range(300):
    try:
        context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        break
    except NoConnectException:
        time.sleep(0.1)
else:
    sys.exit("LibreOffice does not answer")
desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
hidden = PropertyValue("Hidden", 0, True, 0)
document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden,))
comments = []
fields = document.getTextFields().createEnumeration()
while fields.hasMoreElements():
    field = fields.nextElement()
    if field.supportsService("com.sun.star.text.textfield.Annotation"):
        anchor = field.getAnchor().getString()
        comments.append({"author": field.Author, "initials": field.Initials, "text": field.Content, "anchor": anchor})
document.close(True)
print(json.dumps(comments))
