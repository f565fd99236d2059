"""A mail with a document attached, and a thread of mails."""

from __future__ import annotations

import io
from email.message import EmailMessage
from email.policy import SMTP

import docx


def mail() -> bytes:
    """A mail with a quotation attached as a Word document."""
    quotation = docx.Document()
    quotation.add_heading("Quotation 8841: Station Road, Haverdale", level=1)
    quotation.add_paragraph(
        "Brightwell Paving offers to resurface Station Road between the bridge and the market for £62,450, without VAT."
    )
    quotation.add_paragraph("The price holds for 60 days. Work takes nine nights.")
    attached = io.BytesIO()
    quotation.save(attached)
    message = _message(
        "Quotation for Station Road",
        "Lorna Beddows <lorna@brightwell.example>",
        "Mon, 05 Feb 2024 10:12:00 +0000",
        "Dear Mr Reeve,\n\nAs you asked, our quotation for Station Road is attached. We could begin in the first week "
        "of June.\n\nKind regards,\nLorna Beddows\nBrightwell Paving",
    )
    message.add_attachment(
        attached.getvalue(),
        maintype="application",
        subtype="vnd.openxmlformats-officedocument.wordprocessingml.document",
        filename="Quotation 8841.docx",
    )
    return message.as_bytes(policy=SMTP)


def thread() -> bytes:
    """Three mails about a fair, as a mail program exports a folder."""
    mails = (
        _message(
            "May fair on Castle Green",
            "Fergus Dunmore <fergus@fair.example>",
            "Tue, 13 Feb 2024 09:00:00 +0000",
            "Dear Licensing Team,\n\nWe should like to hold the May fair on Castle Green again. May we have the green "
            "for the whole of the first week of May?\n\nFergus Dunmore",
        ),
        _message(
            "Re: May fair on Castle Green",
            "Piers Langstaff <licensing@haverdale.example>",
            "Wed, 14 Feb 2024 15:30:00 +0000",
            "Dear Mr Dunmore,\n\nThe green is free from Thursday 2 May. The fair may open on Saturday 4 May and must "
            "be cleared by Wednesday 8 May. The fee is £640.\n\nPiers Langstaff",
        ),
        _message(
            "Re: May fair on Castle Green",
            "Fergus Dunmore <fergus@fair.example>",
            "Thu, 15 Feb 2024 08:45:00 +0000",
            "Thank you. I have paid the fee this morning and will send the plan of the rides by Friday.\n\n"
            "Fergus Dunmore",
        ),
    )
    written = io.BytesIO()
    for one in mails:
        written.write(b"From officer@haverdale.example Thu Feb 15 09:00:00 2024\n" + one.as_bytes() + b"\n\n")
    return written.getvalue()


def _message(subject: str, sender: str, sent: str, text: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, sender, "officer@haverdale.example"
    message["Date"] = sent
    message.set_content(text)
    return message
