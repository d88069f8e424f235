package dev.synchronizer.rule.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.Map;
import java.util.TreeMap;

/** What conditions can name. */
final class Variables {
    static final String ITEM = "item";
    static final String OLD = "old";
    static final String CHANGED = "changed";
    static final String NAME = "name";
    static final String CONTENT_TYPE = "contentType";
    static final String OP = "op";
    static final String ORIGIN = "origin";
    static final String STORE = "store";
    static final String LANG = "lang";
    static final String USER = "user";

    private Variables() {}

    /** With their types, for items of a content type. */
    static Map<String, CelType> of(String contentType) {
        Map<String, CelType> variables = new TreeMap<>();
        variables.put(ITEM, Shape.reference(contentType));
        variables.put(OLD, Shape.reference(contentType));
        variables.put(CHANGED, ListType.create(SimpleType.STRING));
        for (String text : new String[] {NAME, CONTENT_TYPE, OP, ORIGIN, STORE, LANG, USER}) {
            variables.put(text, SimpleType.STRING);
        }
        return variables;
    }
}
