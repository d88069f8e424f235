package dev.synchronizer.persistence;

import dev.synchronizer.databases.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a schema an older one again, or one whose upgrade was cut off. */
final class SchemaVersions {
    /** What undoes each change set of the second version but the last one, in their order; empty where another does. */
    private static final List<String> SECOND = List.of(
            "alter table ct_state drop column change_number",
            "alter table ct_type drop column own_settings",
            "alter table ct_property drop column own_settings",
            "drop table ct_override",
            "",
            "",
            "drop table ct_change");

    private static final List<String> THIRD = List.of(
            "drop table ct_item",
            "drop index ct_item_type_ix on ct_item",
            "drop index ct_item_parent_ix on ct_item",
            "drop index ct_item_deleted_ix on ct_item",
            "alter table ct_item drop constraint ct_item_type_fk",
            "alter table ct_item drop constraint ct_item_parent_fk",
            "drop table ct_value",
            "drop index ct_value_property_ix on ct_value",
            "alter table ct_value drop constraint ct_value_item_fk",
            "alter table ct_value drop constraint ct_value_property_fk",
            "drop table ct_value_part",
            "drop index ct_value_part_ix on ct_value_part",
            "alter table ct_value_part drop constraint ct_value_part_value_fk",
            "alter table ct_value_part drop constraint ct_value_part_part_fk",
            "drop table ct_step",
            "drop table ct_run_loss",
            "alter table ct_run drop column before_run");

    private static final List<String> FOURTH = List.of(
            "alter table ct_item drop column findings",
            "alter table ct_item drop column checksum",
            "alter table ct_type drop column checksum",
            "drop table ct_finding",
            "alter table ct_finding drop constraint ct_finding_item_fk",
            "drop table ct_rule",
            "drop table ct_rule_run",
            "drop table ct_save_failure",
            "drop table ct_node_event",
            "drop index ct_node_event_at_ix on ct_node_event",
            "drop table ct_listening",
            "delete from ct_listening",
            "drop table ct_rule_refusal",
            "drop table ct_schedule");

    private static final List<String> FIFTH = List.of(
            "drop table ct_self",
            "drop table ct_channel",
            "drop table ct_task",
            "drop table ct_delivery",
            "drop index ct_delivery_due_ix on ct_delivery",
            "drop index ct_delivery_key_ix on ct_delivery",
            "drop index ct_delivery_waits_ix on ct_delivery",
            "drop index ct_delivery_ended_ix on ct_delivery",
            "drop table ct_receipt",
            "drop index ct_receipt_at_ix on ct_receipt",
            "drop table ct_stamp",
            "drop table ct_incoming",
            "drop table ct_foreign_id",
            "drop index ct_foreign_id_item_ix on ct_foreign_id",
            "drop table ct_nonce",
            "drop index ct_nonce_until_ix on ct_nonce");

    /** By the version that is left, less one. */
    private static final List<List<String>> ALL = List.of(SECOND, THIRD, FOURTH, FIFTH);

    private SchemaVersions() {}

    static void toFirst(TestDatabase database) {
        cutOff(database, 1, 0);
    }

    static void toSecond(TestDatabase database) {
        cutOff(database, 2, 0);
    }

    static void toThird(TestDatabase database) {
        cutOff(database, 3, 0);
    }

    static void toFourth(TestDatabase database) {
        cutOff(database, 4, 0);
    }

    /** How many change sets the next version has. */
    static int stepsAfter(int version) {
        return undoing(version).size() + 1;
    }

    private static List<String> undoing(int version) {
        return ALL.get(version - 1);
    }

    /** Leaves what a version had, and so many changes of the next one, of which the last is not recorded. */
    static void cutOff(TestDatabase database, int version, int kept) {
        List<String> undoing =
                new ArrayList<>(undoing(version).subList(kept, undoing(version).size()));
        for (int later = version + 1; later < Schema.VERSION; later++) {
            undoing.addAll(undoing(later));
        }
        for (int i = undoing.size() - 1; i >= 0; i--) {
            undo(database, undoing.get(i));
        }
        database.execute("update ct_state set schema_version = " + version);
        for (int later = version; later < Schema.VERSION; later++) {
            int next = later + 1;
            int recorded = later == version ? Math.max(0, kept - 1) : 0;
            String ids = IntStream.rangeClosed(recorded + 1, stepsAfter(later))
                    .mapToObj(step -> "'" + next + "." + step + "'")
                    .collect(Collectors.joining(", "));
            database.execute("delete from ct_changelog where id in (" + ids + ")");
        }
    }

    private static void undo(TestDatabase database, String undoing) {
        boolean namesTable = !undoing.startsWith("drop index") || database.url().startsWith("jdbc:mariadb");
        if (!undoing.isEmpty()) {
            database.execute(namesTable ? undoing : undoing.substring(0, undoing.indexOf(" on ")));
        }
    }
}
