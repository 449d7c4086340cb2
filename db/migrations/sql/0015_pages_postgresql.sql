-- Photographed pages: the list of each case, and each content once, whoever photographed it.
CREATE TABLE case_pages (
  case_id UUID NOT NULL,
  n INTEGER NOT NULL,
  event_n INTEGER NOT NULL,
  material VARCHAR(3) NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  source VARCHAR(9) NOT NULL,
  original_seen BOOLEAN NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_case_pages PRIMARY KEY (case_id, n),
  CONSTRAINT uq_case_pages_case_id_sha256 UNIQUE (case_id, sha256),
  CONSTRAINT ck_case_pages_sha256 CHECK (length(sha256) = 64),
  CONSTRAINT fk_case_pages_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
;;
CREATE INDEX ix_case_pages_sha256 ON case_pages (sha256)
;;
CREATE TABLE pages (
  sha256 VARCHAR(64) NOT NULL,
  media_type VARCHAR(20) NOT NULL,
  size INTEGER NOT NULL,
  content BYTEA NOT NULL,
  thumbnail BYTEA NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_pages PRIMARY KEY (sha256),
  CONSTRAINT ck_pages_size CHECK (size = length(content) AND size BETWEEN 1 AND 400000),
  CONSTRAINT ck_pages_thumbnail CHECK (length(thumbnail) BETWEEN 1 AND 20000)
)
;;
ALTER TABLE pages ALTER COLUMN content SET STORAGE EXTERNAL
;;
CREATE FUNCTION pages_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF encode(sha256(NEW.content), 'hex') <> NEW.sha256 THEN
    PERFORM desk_refuse('D-PAGE pages: not the content of this name');
  END IF;
  IF NOT EXISTS (SELECT 1 FROM case_pages WHERE sha256 = NEW.sha256) THEN
    PERFORM desk_refuse('D-PAGE pages: on the list of no case');
  END IF;
  RETURN NEW;
END $$
;;
CREATE TRIGGER pages_before BEFORE INSERT ON pages
  FOR EACH ROW EXECUTE FUNCTION pages_before()
;;
ALTER TABLE pages ENABLE ALWAYS TRIGGER pages_before
