package dev.synchronizer.behaviour;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** An application whose types administrators make, and others have content of. */
record AdminSite(Node node, Desk desk) {
    private static final String EDITOR = "Bob";

    static AdminSite on(Product product) {
        return of(Node.on(product));
    }

    static AdminSite of(Node node) {
        return new AdminSite(node, Desk.of("Ada", node));
    }

    /** The same, where a save that is under way is committed once somebody waits for it to lock types. */
    AdminSite whileLockingCommits(SaveUnderWay save) {
        TestDatabase database = node.database();
        Watched watched = new Watched(database.dataSource(), sql -> {
            if (sql.contains("from ct_type") && sql.contains(" for update")) {
                save.commits();
            }
        });
        return of(node.through(watched.dataSource()));
    }

    /** Makes or changes one property of a type. */
    List<Problem> define(String type, String property, String dataType, NewSettings settings) {
        return desk.define(Definition.of(type).withProperty(new PropertyDefinition(property, dataType, settings)))
                .warnings()
                .asList();
    }

    List<Problem> define(String type, String property, String dataType) {
        return define(type, property, dataType, NewSettings.none());
    }

    Item creates(NewItem item) {
        return items(items -> items.create(EDITOR, item));
    }

    Item reads(UUID item) {
        return items(items -> items.get(item));
    }

    Item saves(Item item) {
        return items(items -> items.save(EDITOR, item));
    }

    void throwsAway(UUID item) {
        items(items -> items.delete(EDITOR, item));
    }

    void purges(UUID item) {
        items(items -> items.purge(EDITOR, item));
    }

    /** Takes away all items of a type. */
    void purgesAll(String type) {
        for (Item item : items(items -> items.list(ItemQuery.ofTypes(type)))) {
            throwsAway(item.id());
            purges(item.id());
        }
    }

    <T> T items(Function<Items, T> work) {
        return node.call(synchronizer -> work.apply(synchronizer.items()));
    }

    /** How something ended: {@code done}, or the code of the first problem. */
    static String end(Callable<?> work) throws Exception {
        try {
            work.call();
            return "done";
        } catch (ProblemsException e) {
            return e.problems().asList().get(0).code().name();
        }
    }
}
