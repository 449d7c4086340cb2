-- Every look into the register about a person, and every extract, is kept with its purpose.
CREATE TABLE searches (
  id UUID NOT NULL,
  year INTEGER NOT NULL,
  no INTEGER NOT NULL,
  kind VARCHAR(6) NOT NULL,
  asker TEXT NOT NULL,
  relation VARCHAR(2) NOT NULL,
  purpose VARCHAR(2) NOT NULL,
  reason TEXT NOT NULL,
  subject TEXT NOT NULL,
  as_at TIMESTAMP WITH TIME ZONE NOT NULL,
  found TEXT NOT NULL,
  paper_id UUID,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_searches PRIMARY KEY (id),
  CONSTRAINT fk_searches_paper_id FOREIGN KEY(paper_id) REFERENCES papers (id),
  CONSTRAINT uq_searches_year_no UNIQUE (year, no)
)
;;
CREATE FUNCTION searches_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF trim(NEW.reason) = '' OR NEW.purpose = '' OR NEW.relation = '' THEN
    PERFORM desk_refuse('D-SEARCH searches: a search names its purpose and its ground');
  END IF;
  IF NOT EXISTS (SELECT 1 FROM staff_roles r JOIN staff s ON s.login = r.login AND s.active
                 WHERE r.login = NEW.actor AND r.role IN ('clerk', 'supervisor')) THEN
    PERFORM desk_refuse('D-ROLE searches: not this person');
  END IF;
  RETURN NEW;
END $$
;;
CREATE TRIGGER searches_before BEFORE INSERT ON searches
  FOR EACH ROW EXECUTE FUNCTION searches_before()
;;
ALTER TABLE searches ENABLE ALWAYS TRIGGER searches_before
