-- Every look into the register about a person, and every extract, is kept with its purpose.
CREATE TABLE searches (
  id CHAR(32) NOT NULL,
  year INTEGER NOT NULL,
  no INTEGER NOT NULL,
  kind VARCHAR(6) NOT NULL,
  asker TEXT NOT NULL,
  relation VARCHAR(2) NOT NULL,
  purpose VARCHAR(2) NOT NULL,
  reason TEXT NOT NULL,
  subject TEXT NOT NULL,
  as_at VARCHAR(27) NOT NULL,
  found TEXT NOT NULL,
  paper_id CHAR(32),
  at VARCHAR(27) NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_searches PRIMARY KEY (id),
  CONSTRAINT fk_searches_paper_id FOREIGN KEY(paper_id) REFERENCES papers (id),
  CONSTRAINT uq_searches_year_no UNIQUE (year, no)
)
;;
CREATE TRIGGER searches_before BEFORE INSERT ON searches BEGIN
  SELECT CASE
    WHEN trim(NEW.reason) = '' OR NEW.purpose = '' OR NEW.relation = ''
      THEN RAISE(ABORT, 'D-SEARCH searches: a search names its purpose and its ground')
    WHEN NOT EXISTS (SELECT 1 FROM staff_roles r JOIN staff s ON s.login = r.login AND s.active = 1
                     WHERE r.login = NEW.actor AND r.role IN ('clerk', 'supervisor'))
      THEN RAISE(ABORT, 'D-ROLE searches: not this person')
  END;
END
