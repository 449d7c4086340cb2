-- Survey and site visit beside the review; the entry waits for them.
CREATE TABLE branches (
  id CHAR(32) NOT NULL,
  case_id CHAR(32) NOT NULL,
  kind VARCHAR(8),
  owner VARCHAR(32) NOT NULL,
  reason TEXT NOT NULL,
  at VARCHAR(27) NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_branches PRIMARY KEY (id),
  CONSTRAINT ck_branches_kind CHECK (kind IN ('survey','visit')),
  CONSTRAINT fk_branches_case_id FOREIGN KEY(case_id) REFERENCES cases (id),
  CONSTRAINT fk_branches_owner FOREIGN KEY(owner) REFERENCES staff (login)
)
;;
CREATE INDEX ix_branches_case_id ON branches (case_id)
;;
CREATE TABLE branch_ends (
  branch_id CHAR(32) NOT NULL,
  result VARCHAR(5),
  note TEXT NOT NULL,
  second VARCHAR(32),
  evidence TEXT NOT NULL,
  at VARCHAR(27) NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_branch_ends PRIMARY KEY (branch_id),
  CONSTRAINT ck_branch_ends_result CHECK (result IN ('fit','unfit')),
  CONSTRAINT ck_branch_ends_second CHECK (second IS NULL OR second <> actor),
  CONSTRAINT fk_branch_ends_branch_id FOREIGN KEY(branch_id) REFERENCES branches (id),
  CONSTRAINT fk_branch_ends_second FOREIGN KEY(second) REFERENCES staff (login)
)
;;
CREATE TRIGGER branches_owner BEFORE INSERT ON branches
WHEN NOT EXISTS (SELECT 1 FROM staff s JOIN staff_roles r ON r.login = s.login
    AND r.role = 'approver' JOIN case_now c ON c.case_id = NEW.case_id
  WHERE s.login = NEW.owner AND s.active AND s.login IS NOT c.accepted_by)
BEGIN SELECT RAISE(ABORT, 'D-BRANCH branches: not this owner'); END
;;
CREATE TRIGGER branches_one BEFORE INSERT ON branches
WHEN EXISTS (SELECT 1 FROM branches b LEFT JOIN branch_ends e ON e.branch_id = b.id
  WHERE b.case_id = NEW.case_id AND b.kind = NEW.kind AND e.branch_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'D-BRANCH branches: one is under way'); END
;;
CREATE TRIGGER branch_ends_owner BEFORE INSERT ON branch_ends
WHEN NEW.actor IS NOT (SELECT owner FROM branches WHERE id = NEW.branch_id)
BEGIN SELECT RAISE(ABORT, 'D-ROLE branch_ends: not the owner'); END
;;
CREATE TRIGGER branches_entry BEFORE INSERT ON case_events
WHEN NEW.kind = 'case.registered' AND EXISTS (
  SELECT 1 FROM branches b LEFT JOIN branch_ends e ON e.branch_id = b.id
  WHERE b.case_id = NEW.case_id AND coalesce(e.result, '') <> 'fit'
    AND NOT EXISTS (SELECT 1 FROM branches later JOIN branch_ends le ON le.branch_id = later.id
      WHERE later.case_id = b.case_id AND later.kind = b.kind AND le.result = 'fit'
        AND later.at >= b.at AND e.result IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'D-BRANCH case_events: the entry waits for a survey or visit'); END
