"""What a file of version 2 refused."""

from __future__ import annotations

TRIGGERS = (
    "CREATE TRIGGER term_alone_insert AFTER INSERT ON term WHEN EXISTS (SELECT 1 FROM term AS"
    " other WHERE other.seat_id = NEW.seat_id AND other.id <> NEW.id AND (other.end_on IS "
    "NULL OR other.end_on > NEW.start_on) AND (NEW.end_on IS NULL OR NEW.end_on > "
    "other.start_on)) BEGIN SELECT RAISE(ABORT, 'term_overlap'); END",
    "CREATE TRIGGER term_alone_update AFTER UPDATE OF seat_id, start_on, end_on ON term WHEN "
    "EXISTS (SELECT 1 FROM term AS other WHERE other.seat_id = NEW.seat_id AND other.id <> "
    "NEW.id AND (other.end_on IS NULL OR other.end_on > NEW.start_on) AND (NEW.end_on IS NULL"
    " OR NEW.end_on > other.start_on)) BEGIN SELECT RAISE(ABORT, 'term_overlap'); END",
    "CREATE TRIGGER approval_kept_update BEFORE UPDATE ON approval BEGIN SELECT RAISE(ABORT, "
    "'approval_is_fixed'); END",
    "CREATE TRIGGER approval_kept_delete BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT, "
    "'approval_is_fixed'); END",
    "CREATE TRIGGER reopening_kept_update BEFORE UPDATE ON reopening BEGIN SELECT "
    "RAISE(ABORT, 'approval_is_fixed'); END",
    "CREATE TRIGGER reopening_kept_delete BEFORE DELETE ON reopening BEGIN SELECT "
    "RAISE(ABORT, 'approval_is_fixed'); END",
    "CREATE TRIGGER minutes_version_kept_update BEFORE UPDATE ON minutes_version BEGIN SELECT"
    " RAISE(ABORT, 'issued_version_is_fixed'); END",
    "CREATE TRIGGER minutes_version_kept_delete BEFORE DELETE ON minutes_version BEGIN SELECT"
    " RAISE(ABORT, 'issued_version_is_fixed'); END",
    "CREATE TRIGGER agenda_version_kept_update BEFORE UPDATE ON agenda_version BEGIN SELECT "
    "RAISE(ABORT, 'issued_version_is_fixed'); END",
    "CREATE TRIGGER agenda_version_kept_delete BEFORE DELETE ON agenda_version BEGIN SELECT "
    "RAISE(ABORT, 'issued_version_is_fixed'); END",
    "CREATE TRIGGER blob_kept_update BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, "
    "'blob_is_fixed'); END",
    "CREATE TRIGGER blob_kept_delete BEFORE DELETE ON blob BEGIN SELECT RAISE(ABORT, "
    "'blob_is_fixed'); END",
    "CREATE TRIGGER log_entry_kept_update BEFORE UPDATE ON log_entry WHEN NOT (OLD.id = "
    "(SELECT max(id) FROM log_entry) AND OLD.is_final = 0 AND OLD.undoes_id IS NULL AND "
    "NEW.id IS OLD.id AND NEW.at IS OLD.at AND NEW.who IS OLD.who AND NEW.verb IS OLD.verb "
    "AND NEW.subject IS OLD.subject AND NEW.subject_id IS OLD.subject_id AND NEW.before IS "
    "OLD.before AND NEW.undoes_id IS OLD.undoes_id AND NEW.is_final IS OLD.is_final) BEGIN "
    "SELECT RAISE(ABORT, 'log_is_fixed'); END",
    "CREATE TRIGGER log_entry_kept_delete BEFORE DELETE ON log_entry BEGIN SELECT "
    "RAISE(ABORT, 'log_is_fixed'); END",
    "CREATE TRIGGER agenda_item_approved_insert BEFORE INSERT ON agenda_item WHEN EXISTS "
    "(SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = NEW.meeting_id GROUP BY "
    "minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) BEGIN SELECT RAISE(ABORT, 'minutes_are_approved'); "
    "END",
    "CREATE TRIGGER agenda_item_approved_update BEFORE UPDATE ON agenda_item WHEN EXISTS "
    "(SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = OLD.meeting_id GROUP BY "
    "minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) OR EXISTS (SELECT 1 FROM minutes_version JOIN "
    "approval ON approval.minutes_version_id = minutes_version.id WHERE "
    "minutes_version.meeting_id = NEW.meeting_id GROUP BY minutes_version.meeting_id HAVING "
    "max(approval.sequence) NOT IN (SELECT approval_sequence FROM reopening)) BEGIN SELECT "
    "RAISE(ABORT, 'minutes_are_approved'); END",
    "CREATE TRIGGER agenda_item_approved_delete BEFORE DELETE ON agenda_item WHEN EXISTS "
    "(SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = OLD.meeting_id GROUP BY "
    "minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) BEGIN SELECT RAISE(ABORT, 'minutes_are_approved'); "
    "END",
    "CREATE TRIGGER attendance_approved_insert BEFORE INSERT ON attendance WHEN EXISTS "
    "(SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = NEW.meeting_id GROUP BY "
    "minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) BEGIN SELECT RAISE(ABORT, 'minutes_are_approved'); "
    "END",
    "CREATE TRIGGER attendance_approved_update BEFORE UPDATE ON attendance WHEN EXISTS "
    "(SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = OLD.meeting_id GROUP BY "
    "minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) OR EXISTS (SELECT 1 FROM minutes_version JOIN "
    "approval ON approval.minutes_version_id = minutes_version.id WHERE "
    "minutes_version.meeting_id = NEW.meeting_id GROUP BY minutes_version.meeting_id HAVING "
    "max(approval.sequence) NOT IN (SELECT approval_sequence FROM reopening)) BEGIN SELECT "
    "RAISE(ABORT, 'minutes_are_approved'); END",
    "CREATE TRIGGER attendance_approved_delete BEFORE DELETE ON attendance WHEN EXISTS "
    "(SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = OLD.meeting_id GROUP BY "
    "minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) BEGIN SELECT RAISE(ABORT, 'minutes_are_approved'); "
    "END",
    "CREATE TRIGGER deliberation_approved_insert BEFORE INSERT ON deliberation WHEN EXISTS "
    "(SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = (SELECT meeting_id FROM "
    "agenda_item WHERE id = NEW.item_id) GROUP BY minutes_version.meeting_id HAVING "
    "max(approval.sequence) NOT IN (SELECT approval_sequence FROM reopening)) BEGIN SELECT "
    "RAISE(ABORT, 'minutes_are_approved'); END",
    "CREATE TRIGGER deliberation_approved_update BEFORE UPDATE ON deliberation WHEN EXISTS "
    "(SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = (SELECT meeting_id FROM "
    "agenda_item WHERE id = OLD.item_id) GROUP BY minutes_version.meeting_id HAVING "
    "max(approval.sequence) NOT IN (SELECT approval_sequence FROM reopening)) OR EXISTS "
    "(SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = (SELECT meeting_id FROM "
    "agenda_item WHERE id = NEW.item_id) GROUP BY minutes_version.meeting_id HAVING "
    "max(approval.sequence) NOT IN (SELECT approval_sequence FROM reopening)) BEGIN SELECT "
    "RAISE(ABORT, 'minutes_are_approved'); END",
    "CREATE TRIGGER deliberation_approved_delete BEFORE DELETE ON deliberation WHEN EXISTS "
    "(SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = (SELECT meeting_id FROM "
    "agenda_item WHERE id = OLD.item_id) GROUP BY minutes_version.meeting_id HAVING "
    "max(approval.sequence) NOT IN (SELECT approval_sequence FROM reopening)) BEGIN SELECT "
    "RAISE(ABORT, 'minutes_are_approved'); END",
    "CREATE TRIGGER vote_approved_insert BEFORE INSERT ON vote WHEN EXISTS (SELECT 1 FROM "
    "minutes_version JOIN approval ON approval.minutes_version_id = minutes_version.id WHERE "
    "minutes_version.meeting_id = (SELECT meeting_id FROM agenda_item WHERE id = NEW.item_id)"
    " GROUP BY minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) BEGIN SELECT RAISE(ABORT, 'minutes_are_approved'); "
    "END",
    "CREATE TRIGGER vote_approved_update BEFORE UPDATE ON vote WHEN EXISTS (SELECT 1 FROM "
    "minutes_version JOIN approval ON approval.minutes_version_id = minutes_version.id WHERE "
    "minutes_version.meeting_id = (SELECT meeting_id FROM agenda_item WHERE id = OLD.item_id)"
    " GROUP BY minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) OR EXISTS (SELECT 1 FROM minutes_version JOIN "
    "approval ON approval.minutes_version_id = minutes_version.id WHERE "
    "minutes_version.meeting_id = (SELECT meeting_id FROM agenda_item WHERE id = NEW.item_id)"
    " GROUP BY minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) BEGIN SELECT RAISE(ABORT, 'minutes_are_approved'); "
    "END",
    "CREATE TRIGGER vote_approved_delete BEFORE DELETE ON vote WHEN EXISTS (SELECT 1 FROM "
    "minutes_version JOIN approval ON approval.minutes_version_id = minutes_version.id WHERE "
    "minutes_version.meeting_id = (SELECT meeting_id FROM agenda_item WHERE id = OLD.item_id)"
    " GROUP BY minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) BEGIN SELECT RAISE(ABORT, 'minutes_are_approved'); "
    "END",
    "CREATE TRIGGER disqualification_approved_insert BEFORE INSERT ON disqualification WHEN "
    "EXISTS (SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = (SELECT meeting_id FROM "
    "agenda_item WHERE id = NEW.item_id) GROUP BY minutes_version.meeting_id HAVING "
    "max(approval.sequence) NOT IN (SELECT approval_sequence FROM reopening)) BEGIN SELECT "
    "RAISE(ABORT, 'minutes_are_approved'); END",
    "CREATE TRIGGER disqualification_approved_update BEFORE UPDATE ON disqualification WHEN "
    "EXISTS (SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = (SELECT meeting_id FROM "
    "agenda_item WHERE id = OLD.item_id) GROUP BY minutes_version.meeting_id HAVING "
    "max(approval.sequence) NOT IN (SELECT approval_sequence FROM reopening)) OR EXISTS "
    "(SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = (SELECT meeting_id FROM "
    "agenda_item WHERE id = NEW.item_id) GROUP BY minutes_version.meeting_id HAVING "
    "max(approval.sequence) NOT IN (SELECT approval_sequence FROM reopening)) BEGIN SELECT "
    "RAISE(ABORT, 'minutes_are_approved'); END",
    "CREATE TRIGGER disqualification_approved_delete BEFORE DELETE ON disqualification WHEN "
    "EXISTS (SELECT 1 FROM minutes_version JOIN approval ON approval.minutes_version_id = "
    "minutes_version.id WHERE minutes_version.meeting_id = (SELECT meeting_id FROM "
    "agenda_item WHERE id = OLD.item_id) GROUP BY minutes_version.meeting_id HAVING "
    "max(approval.sequence) NOT IN (SELECT approval_sequence FROM reopening)) BEGIN SELECT "
    "RAISE(ABORT, 'minutes_are_approved'); END",
    "CREATE TRIGGER ballot_approved_insert BEFORE INSERT ON ballot WHEN EXISTS (SELECT 1 FROM"
    " minutes_version JOIN approval ON approval.minutes_version_id = minutes_version.id WHERE"
    " minutes_version.meeting_id = (SELECT agenda_item.meeting_id FROM vote JOIN agenda_item "
    "ON agenda_item.id = vote.item_id WHERE vote.id = NEW.vote_id) GROUP BY "
    "minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) BEGIN SELECT RAISE(ABORT, 'minutes_are_approved'); "
    "END",
    "CREATE TRIGGER ballot_approved_update BEFORE UPDATE ON ballot WHEN EXISTS (SELECT 1 FROM"
    " minutes_version JOIN approval ON approval.minutes_version_id = minutes_version.id WHERE"
    " minutes_version.meeting_id = (SELECT agenda_item.meeting_id FROM vote JOIN agenda_item "
    "ON agenda_item.id = vote.item_id WHERE vote.id = OLD.vote_id) GROUP BY "
    "minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) OR EXISTS (SELECT 1 FROM minutes_version JOIN "
    "approval ON approval.minutes_version_id = minutes_version.id WHERE "
    "minutes_version.meeting_id = (SELECT agenda_item.meeting_id FROM vote JOIN agenda_item "
    "ON agenda_item.id = vote.item_id WHERE vote.id = NEW.vote_id) GROUP BY "
    "minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) BEGIN SELECT RAISE(ABORT, 'minutes_are_approved'); "
    "END",
    "CREATE TRIGGER ballot_approved_delete BEFORE DELETE ON ballot WHEN EXISTS (SELECT 1 FROM"
    " minutes_version JOIN approval ON approval.minutes_version_id = minutes_version.id WHERE"
    " minutes_version.meeting_id = (SELECT agenda_item.meeting_id FROM vote JOIN agenda_item "
    "ON agenda_item.id = vote.item_id WHERE vote.id = OLD.vote_id) GROUP BY "
    "minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) BEGIN SELECT RAISE(ABORT, 'minutes_are_approved'); "
    "END",
    "CREATE TRIGGER meeting_approved_update BEFORE UPDATE ON meeting WHEN (NEW.id IS NOT "
    "OLD.id OR NEW.body_id IS NOT OLD.body_id OR NEW.year IS NOT OLD.year OR NEW.number IS "
    "NOT OLD.number OR NEW.kind IS NOT OLD.kind OR NEW.mode IS NOT OLD.mode OR NEW.held_on IS"
    " NOT OLD.held_on OR NEW.start_time IS NOT OLD.start_time OR NEW.end_time IS NOT "
    "OLD.end_time OR NEW.actual_start IS NOT OLD.actual_start OR NEW.actual_end IS NOT "
    "OLD.actual_end OR NEW.place IS NOT OLD.place OR NEW.host_id IS NOT OLD.host_id OR "
    "NEW.presided_by_id IS NOT OLD.presided_by_id OR NEW.secretary_name IS NOT "
    "OLD.secretary_name OR NEW.deleted_at IS NOT OLD.deleted_at OR (OLD.status = 'approved' "
    "AND NEW.status <> 'approved')) AND EXISTS (SELECT 1 FROM minutes_version JOIN approval "
    "ON approval.minutes_version_id = minutes_version.id WHERE minutes_version.meeting_id = "
    "OLD.id GROUP BY minutes_version.meeting_id HAVING max(approval.sequence) NOT IN (SELECT "
    "approval_sequence FROM reopening)) BEGIN SELECT RAISE(ABORT, 'minutes_are_approved'); "
    "END",
    "CREATE TRIGGER meeting_approved_delete BEFORE DELETE ON meeting WHEN EXISTS (SELECT 1 "
    "FROM minutes_version JOIN approval ON approval.minutes_version_id = minutes_version.id "
    "WHERE minutes_version.meeting_id = OLD.id GROUP BY minutes_version.meeting_id HAVING "
    "max(approval.sequence) NOT IN (SELECT approval_sequence FROM reopening)) BEGIN SELECT "
    "RAISE(ABORT, 'minutes_are_approved'); END",
    "CREATE TRIGGER cases_number_update BEFORE UPDATE ON cases WHEN OLD.number IS NOT NULL "
    "AND (NEW.number IS NOT OLD.number OR NEW.number_year IS NOT OLD.number_year OR "
    "NEW.body_id IS NOT OLD.body_id) BEGIN SELECT RAISE(ABORT, 'case_number_is_fixed'); END",
    "CREATE TRIGGER cases_number_delete BEFORE DELETE ON cases WHEN OLD.number IS NOT NULL "
    "BEGIN SELECT RAISE(ABORT, 'case_number_is_fixed'); END",
)
