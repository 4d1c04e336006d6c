/** Erasing a passage of a record, in English. */
export const erasureEn = {
  'erase.title': 'Erase words for good',
  'erase.hint':
    'Takes a name or a passage out of this record for everybody, and out of its history. The rest stays.',
  'erase.action': 'Erase words…',
  'erase.warning':
    'The words go out of every text, field, comment and decision of this record, and out of its history. This cannot be undone. People keep what is in their drafts and exports.',
  'erase.words': 'Words to erase',
  'erase.wordsHint': 'Exactly as they are written, letter by letter.',
  'erase.wordsMissing': 'Type at least two characters.',
  'erase.places': { one: 'Found once in the record', other: 'Found {count} times in the record' },
  'erase.notHere':
    'Not in the record as it is now. The server also looks in its history and decisions.',
  'erase.reason': 'Reason',
  'erase.reasonHint': 'The history tells who erased something, when and why, and never what.',
  'erase.reasonMissing': 'Say in a few words why.',
  'erase.reasonTells': 'The reason stays in the history: leave out what you are erasing.',
  'erase.now': 'Erase for good',
  'erase.done': { one: 'Erased in one place', other: 'Erased in {count} places' },
  'erase.comment': 'Erase this comment for good',
  'erase.commentTitle': 'Erase a comment for good',
  'erase.commentWarning':
    'The comment goes for everybody. This cannot be undone. People keep what is in their drafts and exports.',
  'erase.failed.unsent':
    'What you wrote in this record is still on its way to the server. Try again in a moment.',
  'erase.failed.unreachable':
    'The server can’t be reached, so nothing was erased. Try again when there is a connection.',
  'erase.failed.notFound':
    'The server found nothing of it in this record. Check how it is written, letter by letter.',
  'record.rewritten':
    'An administrator has erased words from this record for good. You see it without them.',
} as const;
