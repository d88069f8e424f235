package dev.synchronizer.persistence;

import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.ItemFilter.Condition;
import dev.synchronizer.store.ItemFilter.Place;
import dev.synchronizer.value.ValueColumn;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A filter of items in SQL; the items' table goes by {@code i}. */
final class ItemCriteria {
    private static final String VALUES = " exists (select 1 from ct_value v where v.item_id = i.id and v.property_id";
    private static final String PARTS = " exists (select 1 from ct_value_part p where p.item_id = i.id and p.part_id";

    private final ItemFilter filter;
    private final Database product;

    ItemCriteria(ItemFilter filter, Database product) {
        this.filter = filter;
        this.product = product;
    }

    Query addTo(Query query) {
        query.add(" where 1 = 1");
        if (!filter.types().isEmpty()) {
            query.add(" and i.type_id").in(sorted(filter.types()));
        }
        addPlace(query, filter.place());
        query.add(
                switch (filter.bin()) {
                    case OUTSIDE -> " and i.deleted_at is null";
                    case INSIDE -> " and i.deleted_at is not null";
                    case ANY -> "";
                });
        sorted(filter.having()).forEach(property -> addHaving(query, property));
        filter.conditions().forEach(condition -> addCondition(query, condition));
        return query;
    }

    private static void addPlace(Query query, Place place) {
        UUID parent = place.parent();
        if (parent != null) {
            query.add(" and i.parent_id = ?", parent);
        } else if (place.restricted()) {
            query.add(" and i.parent_id is null");
        }
    }

    private static void addHaving(Query query, long property) {
        query.add(" and (" + VALUES + " = ?) or " + PARTS + " = ?))", property, property);
    }

    private void addCondition(Query query, Condition condition) {
        ValueColumn column = condition.column();
        boolean isText = column.valueClass() == String.class;
        String operator = switch (condition.comparison()) {
            case EQUAL -> " = ?";
            case LESS -> " < ?";
            case AT_MOST -> " <= ?";
            case GREATER -> " > ?";
            case AT_LEAST -> " >= ?";
        };
        query.add(" and" + VALUES + " = ?", condition.property())
                .add(" and v." + ValueCells.name(column) + operator, condition.value())
                .add((isText ? product.byCharacter() : "") + ")");
    }

    private static List<Long> sorted(Set<Long> ids) {
        return ids.stream().sorted().toList();
    }
}
