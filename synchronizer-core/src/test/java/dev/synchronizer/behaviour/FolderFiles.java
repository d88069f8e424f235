package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import dev.synchronizer.staging.directory.ContentDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A directory of a test, and sites that have content of all kinds to be exported to it. */
record FolderFiles(Path root) {
    static Path models(Path folder) {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("@Size(max = 30) String", "title")
                        + property("String", "teaser") + property("ContentReference", "related")
                        + property("List<ContentReference>", "others") + property("BigDecimal", "price")
                        + property("Instant", "seen") + "@Property(localized = true) " + property("String", "slogan")
                        + "}",
                "@ContentType public class LandingPage {" + property("String", "title") + "}",
                "@ContentType public class Chapter {" + property("@NotNull ContentReference", "next") + "}");
    }

    ContentDirectory of(Site site) {
        return site.synchronizer().directory(root);
    }

    Path file(String path) {
        return root.resolve(path);
    }

    static String path(Item item) {
        String id = item.id().toString();
        String type =
                item.type().equals("LandingPage") ? "landing-page" : item.type().toLowerCase(Locale.ROOT);
        return "items/" + type + "/" + id.substring(34) + "/" + id + ".json";
    }

    /** What each file holds, by its path. */
    Map<String, String> all() {
        return all(root);
    }

    static Map<String, String> all(Path root) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(root.relativize(path).toString(), read(path)));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String path) {
        return read(file(path));
    }

    void write(String path, String content) {
        try {
            Files.createDirectories(file(path).getParent());
            Files.writeString(file(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void edit(String path, String from, String to) {
        String before = read(path);
        if (!before.contains(from)) {
            throw new AssertionError(path + " holds no " + from + ": " + before);
        }
        write(path, before.replace(from, to));
    }

    void delete(String path) {
        try {
            Files.delete(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Content of all kinds, with a circle of references in it, and something in the recycle bin. */
    static Item fill(Site site) {
        Synchronizer node = site.synchronizer();
        node.definitions().define("Ada", Definition.of("Part").withKind(ContentKind.BLOCK));
        node.definitions()
                .define(
                        "Ada",
                        Definition.of("Shop")
                                .withProperty("note", "TEXT")
                                .withProperty(new PropertyDefinition("part", "BLOCK<Part>", NewSettings.none())));
        node.overrides()
                .set("Ada", Address.parse("Article.teaser"), NewSettings.none().with("order", 3));
        node.overrides().set("Ada", Address.parse("Article"), NewSettings.none().with("icon", "news"));
        node.rules()
                .save("Ada", Ruled.rule("defaultTeaser", "", "set teaser='x'").withEnabled(false));
        Item page = site.create("LandingPage", "Home");
        Item first = site.createBelow(page.id(), "Article", "One");
        Item second = site.items()
                .create(
                        "Ada",
                        NewItem.of("Article", "Zwei \u00e4 \"x\"")
                                .below(page.id())
                                .with("title", "Two\nlines")
                                .with("price", new BigDecimal("1.50"))
                                .with("related", new ContentReference(first.id())));
        site.items().save("Ada", first.with("related", new ContentReference(second.id())));
        site.items().delete("Ada", site.create("Article", "Gone").id());
        site.items().create("Ada", NewItem.of("Shop", "Corner").with("note", "open"));
        return page;
    }
}
