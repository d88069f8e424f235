package dev.synchronizer.behaviour;

import dev.synchronizer.content.Item;
import dev.synchronizer.value.Block;
import dev.synchronizer.value.Values;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Blocks with a text in English and in German, which is the same in capitals, and with blocks of that kind. */
final class Translated {
    private Translated() {}

    static Block block(String text, String... inner) {
        return translated(text)
                .with("weight", 0)
                .with(
                        "inner",
                        List.of(inner).stream().map(Translated::translated).toList());
    }

    private static Block translated(String text) {
        return new Block(Values.none().with("text", "en", text).with("text", "de", text.toUpperCase(Locale.ROOT)));
    }

    /** Such as {@code one/ONE(i1/I1)}. */
    static String parts(Item item, String property) {
        return ((Collection<?>) item.get(property).orElseThrow())
                .stream()
                        .map(part -> text((Block) part) + "(" + texts((Block) part) + ")")
                        .collect(Collectors.joining(" "));
    }

    private static String texts(Block outer) {
        Optional<Object> inner = outer.values().get("inner");
        return inner.stream()
                .flatMap(many -> ((Collection<?>) many).stream())
                .map(each -> text((Block) each))
                .collect(Collectors.joining(" "));
    }

    private static String text(Block block) {
        return block.values().get("text", "en").orElse("-") + "/"
                + block.values().get("text", "de").orElse("-");
    }
}
