-- What an éditeur told last in part 4 of form 413: a line in so many that an index on them all would slow each act.
CREATE INDEX journal_partie4 ON journal (auteur, rang) WHERE type = 'formulaire413.partie4Remplie';
