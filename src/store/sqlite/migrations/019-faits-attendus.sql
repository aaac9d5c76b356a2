-- Sets of facts, each once: dossiers of a kind take the same. A JSON array, sorted.
CREATE TABLE jeu_de_faits (
  numero INTEGER PRIMARY KEY,
  faits TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE jeu_fait (
  fait TEXT NOT NULL,
  jeu INTEGER NOT NULL REFERENCES jeu_de_faits (numero),
  PRIMARY KEY (fait, jeu)
) STRICT, WITHOUT ROWID;

-- What a step that is awaited, and a dossier with its certificates, would take now.
ALTER TABLE attente ADD COLUMN jeu INTEGER REFERENCES jeu_de_faits (numero);
ALTER TABLE travail ADD COLUMN jeu INTEGER REFERENCES jeu_de_faits (numero);

CREATE INDEX travail_jeu ON travail (jeu);
