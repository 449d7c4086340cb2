-- Receipts for papers: blocks of numbers handed out beforehand; each number ends used or void.
CREATE TABLE receipt_blocks (
  id CHAR(32) NOT NULL,
  year INTEGER NOT NULL,
  first_no INTEGER NOT NULL,
  last_no INTEGER NOT NULL,
  "window" INTEGER,
  at VARCHAR(27) NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_receipt_blocks PRIMARY KEY (id),
  CONSTRAINT ck_receipt_blocks_order CHECK (first_no >= 1 AND last_no >= first_no),
  CONSTRAINT uq_receipt_blocks_year_first_no UNIQUE (year, first_no)
)
;;
CREATE TABLE receipts_for_papers (
  year INTEGER NOT NULL,
  no INTEGER NOT NULL,
  block_id CHAR(32) NOT NULL,
  for_case CHAR(32) NOT NULL,
  item VARCHAR(8) NOT NULL,
  received_at VARCHAR(27) NOT NULL,
  received_by VARCHAR(32) NOT NULL,
  "window" INTEGER,
  "values" TEXT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  at VARCHAR(27) NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_receipts_for_papers PRIMARY KEY (year, no),
  CONSTRAINT fk_receipts_for_papers_block_id FOREIGN KEY(block_id) REFERENCES receipt_blocks (id)
)
;;
CREATE INDEX ix_receipts_for_papers_for_case ON receipts_for_papers (for_case)
;;
CREATE TABLE receipt_ends (
  year INTEGER NOT NULL,
  no INTEGER NOT NULL,
  block_id CHAR(32) NOT NULL,
  how VARCHAR(4) NOT NULL,
  case_id CHAR(32),
  reason TEXT DEFAULT '' NOT NULL,
  at VARCHAR(27) NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_receipt_ends PRIMARY KEY (year, no),
  CONSTRAINT fk_receipt_ends_block_id FOREIGN KEY(block_id) REFERENCES receipt_blocks (id),
  CONSTRAINT fk_receipt_ends_case_id FOREIGN KEY(case_id) REFERENCES cases (id),
  CONSTRAINT ck_receipt_ends_how CHECK ((how = 'used' AND case_id IS NOT NULL)
    OR (how = 'void' AND case_id IS NULL AND trim(reason) <> '')),
  CONSTRAINT uq_receipt_ends_case_id UNIQUE (case_id)
)
;;
CREATE TRIGGER receipt_blocks_before BEFORE INSERT ON receipt_blocks BEGIN
  SELECT CASE
    WHEN NEW.first_no <> coalesce((SELECT max(last_no) FROM receipt_blocks WHERE year = NEW.year), 0) + 1
      THEN RAISE(ABORT, 'D-RECEIPT receipt_blocks: not the next numbers')
    WHEN NOT EXISTS (SELECT 1 FROM staff_roles r JOIN staff s ON s.login = r.login AND s.active = 1
    WHERE r.login = NEW.actor AND r.role IN ('clerk'))
      THEN RAISE(ABORT, 'D-ROLE receipt_blocks: not this person')
  END;
END
;;
CREATE TRIGGER receipts_for_papers_before BEFORE INSERT ON receipts_for_papers BEGIN
  SELECT CASE
    WHEN NOT EXISTS (SELECT 1 FROM receipt_blocks WHERE id = NEW.block_id AND year = NEW.year
    AND first_no <= NEW.no AND last_no >= NEW.no)
      THEN RAISE(ABORT, 'D-RECEIPT receipts_for_papers: no block holds this number')
    WHEN EXISTS (SELECT 1 FROM receipt_ends WHERE year = NEW.year AND no = NEW.no)
      THEN RAISE(ABORT, 'D-RECEIPT receipts_for_papers: the number has ended')
    WHEN NOT EXISTS (SELECT 1 FROM staff_roles r JOIN staff s ON s.login = r.login AND s.active = 1
    WHERE r.login = NEW.actor AND r.role IN ('clerk'))
      THEN RAISE(ABORT, 'D-ROLE receipts_for_papers: not this person')
  END;
END
;;
CREATE TRIGGER receipt_ends_before BEFORE INSERT ON receipt_ends BEGIN
  SELECT CASE
    WHEN NOT EXISTS (SELECT 1 FROM receipt_blocks WHERE id = NEW.block_id AND year = NEW.year
    AND first_no <= NEW.no AND last_no >= NEW.no)
      THEN RAISE(ABORT, 'D-RECEIPT receipt_ends: no block holds this number')
    WHEN NEW.how = 'used' AND NOT EXISTS (SELECT 1 FROM receipts_for_papers p
    JOIN case_now c ON c.case_id = p.for_case AND c.accepted_at IS NOT NULL
    WHERE p.year = NEW.year AND p.no = NEW.no AND p.for_case = NEW.case_id)
      THEN RAISE(ABORT, 'D-RECEIPT receipt_ends: no receipt for this accepted case')
    WHEN NOT EXISTS (SELECT 1 FROM staff_roles r JOIN staff s ON s.login = r.login AND s.active = 1
    WHERE r.login = NEW.actor AND r.role IN ('clerk', 'supervisor'))
      THEN RAISE(ABORT, 'D-ROLE receipt_ends: not this person')
  END;
END
