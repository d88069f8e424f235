package dev.synchronizer.behaviour;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import dev.synchronizer.settings.RevertScope;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What people happen to do on one of several servers: each edit is one of all that is told to others. */
final class RingEdits {
    private static final List<String> PROPERTIES = List.of("title", "teaser", "body");

    private final Synchronizer on;
    private final String name;
    private final Random random;

    RingEdits(Synchronizer on, String name, Random random) {
        this.on = on;
        this.name = name;
        this.random = random;
    }

    /** The models that all of them have. */
    static String source() {
        return "@ContentType public class Article {" + Sources.property("String", "title")
                + Sources.property("String", "teaser") + Sources.property("String", "body")
                + Sources.property("ContentReference", "related") + "}";
    }

    UUID create() {
        return on.items()
                .create("Ada", NewItem.of("Article", "New").with("title", name + random.nextInt(1000)))
                .id();
    }

    /** Does something with one of these items, or with something else. */
    void one(List<UUID> ids) {
        if (ids.isEmpty() || random.nextInt(6) == 0) {
            setting();
            return;
        }
        UUID other = ids.get(random.nextInt(ids.size()));
        on.items().find(ids.get(random.nextInt(ids.size()))).ifPresent(item -> change(item, other));
    }

    private void change(Item item, UUID other) {
        Items items = on.items();
        if (item.isDeleted()) {
            if (random.nextInt(4) == 0) {
                items.purge("Ada", item.id());
            } else {
                items.restore("Ada", item.id());
            }
            return;
        }
        switch (random.nextInt(14)) {
            case 0 -> items.delete("Ada", item.id());
            case 1 -> items.rename("Ada", item.id(), "Name " + random.nextInt(100));
            case 2 ->
                items.create(
                        "Ada", NewItem.of("Article", "Below").below(item.id()).with("title", "Below"));
            case 3, 4 -> items.move("Ada", item.id(), random.nextInt(3) == 0 ? null : other);
            case 5, 6 -> items.save("Ada", item.with("related", new ContentReference(other)));
            default ->
                items.save(
                        "Ada",
                        item.with(
                                PROPERTIES.get(random.nextInt(3)),
                                random.nextInt(6) == 0 ? null : name + random.nextInt(1000)));
        }
    }

    private void setting() {
        Address article = random.nextBoolean() ? Address.ofType("Article") : Address.ofProperty("Article", "title");
        Address property = Address.ofProperty("Shop", "p" + random.nextInt(3));
        NewSettings named = NewSettings.none().with("displayName", name + random.nextInt(1000));
        String rule = "rule-" + random.nextInt(2);
        switch (random.nextInt(8)) {
            case 0, 1 -> on.overrides().set("Ada", article, named);
            case 2 -> on.overrides().set("Ada", article, NewSettings.none().with("order", random.nextInt(100)));
            case 3 -> on.overrides().revert("Ada", RevertScope.at(article.withSetting("displayName")));
            case 4 ->
                on.definitions()
                        .define(
                                "Ada",
                                Definition.of("Shop")
                                        .withProperty(
                                                new PropertyDefinition(property.property(), "STRING", settings())));
            case 5 -> on.definitions().undefine("Ada", property);
            case 6 ->
                on.rules()
                        .save("Ada", Ruled.rule(rule, "item.title == 'a1'", "set body=" + name + random.nextInt(1000)));
            default -> on.rules().remove("Ada", rule);
        }
    }

    private NewSettings settings() {
        return random.nextBoolean()
                ? NewSettings.none()
                : NewSettings.none().with(SettingKey.MAX_LENGTH.label(), 1 + random.nextInt(99));
    }
}
