package dev.synchronizer.content;

import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes items. */
final class Creating {
    private final Work work;
    private final SaveOptions options;

    Creating(Work work, SaveOptions options) {
        this.work = work;
        this.options = options;
    }

    /** What is to be made, as far as that can be found out before anything is locked. */
    private record Asked(ItemType type, Values own, Violations violations) {}

    /** What an item is to hold. */
    interface Given {
        Values values(ItemType type, TypeView types);
    }

    Item create(String actor, NewItem item) {
        return create(actor, item, (type, types) -> item.values());
    }

    /** @param texts values as people write them, over those that it is to have anyway */
    Item create(String actor, NewItem item, Map<ValueKey, String> texts) {
        return create(actor, item, (type, types) -> WrittenValues.over(item.values(), type, texts, types));
    }

    Item create(String actor, NewItem item, Given given) {
        return create(work.newId(), actor, item, given);
    }

    /** Makes it under an id that is new. */
    Item create(UUID id, String actor, NewItem item, Given given) {
        return work.writing(
                options, types -> asked(item, given, types), (asked, items) -> create(id, actor, item, asked, items));
    }

    private Asked asked(NewItem item, Given wanted, TypeView types) {
        ItemType type = work.require(item.type(), types);
        TypesInUse.requireUsable(type);
        Violations violations = new Violations(type.name());
        violations.checkName(item.name());
        Values given = GivenValues.canonical(type, wanted.values(type, types), types, violations);
        Values own = withDefaults(type, new Succession(type, types).saved(Values.none(), given, violations), types);
        return new Asked(type, own, violations);
    }

    private static Values withDefaults(ItemType type, Values given, TypeView types) {
        Values values = given;
        for (ItemProperty property : type.properties()) {
            String text = defaultOf(type.effective(property.name()));
            if (text != null && !given.properties().contains(property.name())) {
                values = values.with(property.name(), ValueForm.parse(property.type(), text, types));
            }
        }
        return values;
    }

    /** What values of a property are where nothing else is said, as text; null where there is no such thing. */
    static @Nullable String defaultOf(@Nullable EffectiveProperty property) {
        if (property == null || property.type().isMany() || property.settings().text(SettingKey.REPLACED_BY) != null) {
            return null;
        }
        return property.settings().text(SettingKey.DEFAULT_VALUE);
    }

    private Item create(UUID id, String actor, NewItem item, Asked asked, ItemUnit items) {
        ItemType type = asked.type();
        TypesInUse.keep(List.of(type), items);
        Instant now = work.now();
        StoredItem row = new StoredItem(id, type.id(), item.name(), item.parent(), 1, now, actor, now, actor, null);
        HeldItem wanted = HeldItem.wanted(row, type, asked.own(), Values.none());
        ItemDraft draft = new ItemDraft(SaveOperation.CREATE, actor, items.types(), null, wanted);
        ItemChecks checks = new ItemChecks(items, asked.violations());
        checks.requireReadable(draft);
        return items.save(draft, checks);
    }
}
