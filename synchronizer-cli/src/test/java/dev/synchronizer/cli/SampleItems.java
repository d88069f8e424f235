package dev.synchronizer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;

/** Items of the sample site 1.0 as import reads them, made up by chance from a seed. */
final class SampleItems {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String[] LANGUAGES = {"de", "en", "fr"};
    private static final String[] WORDS = {
        "amber", "bridge", "canvas", "drawing", "echo", "façade", "glass", "Größe", "harbour", "ink", "jade", "kiln",
        "light", "museum", "night", "oil", "porcelain", "quartz", "relief", "sky", "tempera", "umber", "vase", "wax",
        "日本", "😀"
    };

    private final Random random;
    private final List<ObjectNode> items = new ArrayList<>();
    private final List<String> persons = new ArrayList<>();
    private final List<String> images = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();

    private SampleItems(long seed) {
        random = new Random(seed);
    }

    static List<ObjectNode> of(int count, long seed) {
        SampleItems sample = new SampleItems(seed);
        sample.add("Image", count / 10, sample::image, sample.images);
        sample.add("Person", count / 10, sample::person, sample.persons);
        sample.add("Exhibition", count / 5, sample::exhibition, sample.pages);
        sample.add("Talk", count / 10, sample::talk, new ArrayList<>());
        sample.add("Document", count / 20, sample::document, new ArrayList<>());
        sample.addNewsletters(count / 20);
        sample.add("Article", count - sample.items.size(), sample::article, sample.pages);
        return sample.items;
    }

    /** Items of a type that the second release brings. */
    static List<ObjectNode> audioGuides(int count, long seed) {
        SampleItems sample = new SampleItems(seed);
        sample.add("AudioGuide", count, sample::audioGuide, new ArrayList<>());
        return sample.items;
    }

    private void audioGuide(ObjectNode values) {
        values.put("language", any(List.of("de", "en-GB"))).put("licence", "ATTRIBUTION");
        values.put("seconds", 1 + random.nextInt(600)).put("transcript", words(200));
    }

    private void add(String type, int count, Filling filling, List<String> ids) {
        for (int i = 0; i < count; i++) {
            ObjectNode values = JSON.objectNode();
            filling.fill(values);
            ids.add(add(type, null, values));
        }
    }

    private String add(String type, String parent, ObjectNode values) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        ObjectNode item = JSON.objectNode();
        item.put("id", id).put("type", type).put("name", words(3));
        if (parent != null) {
            item.put("parent", parent);
        }
        item.put("revision", 1 + random.nextInt(9));
        String created = LocalDateTime.of(2025, 1, 1, 0, 0).plusSeconds(random.nextInt(30_000_000)) + "Z";
        item.put("createdAt", instant(created)).put("createdBy", "ada");
        item.put("savedAt", instant(created)).put("savedBy", "grace");
        item.set("values", sorted(values));
        items.add(item);
        return id;
    }

    /** As an instant is written: with its seconds, be they zero. */
    private static String instant(String text) {
        return Instant.parse(text.length() == "2025-01-01T00:00Z".length() ? text.replace("Z", ":00Z") : text)
                .toString();
    }

    private static ObjectNode sorted(ObjectNode values) {
        ObjectNode sorted = JSON.objectNode();
        TreeSet<String> names = new TreeSet<>();
        values.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> sorted.set(name, values.get(name)));
        return sorted;
    }

    private void page(ObjectNode values) {
        values.set("title", translated(3));
        if (chance(50)) {
            values.set("searchTitle", translated(2));
        }
        if (chance(30) && !images.isEmpty()) {
            values.put("leadImage", any(images));
        }
        if (chance(20)) {
            values.put(
                    "publishFrom",
                    LocalDateTime.of(2026, 1, 1, 8, 30)
                            .plusDays(random.nextInt(300))
                            .toString());
        }
        if (chance(10)) {
            values.put("importKey", new UUID(random.nextLong(), random.nextLong()).toString());
        }
    }

    private void image(ObjectNode values) {
        values.set("alternativeText", translated(4));
        values.put("licence", any(List.of("ALL_RIGHTS_RESERVED", "ATTRIBUTION", "PUBLIC_DOMAIN")));
        values.put("width", 1 + random.nextInt(8000)).put("height", 1 + random.nextInt(8000));
        values.put("focalPoint", (1 + random.nextInt(999)) / 1000.0);
        if (chance(40)) {
            values.put("credit", words(2));
        }
    }

    private void person(ObjectNode values) {
        page(values);
        values.put("givenName", words(1)).put("familyName", words(1));
        if (chance(50)) {
            values.put("phone", "+49 30 " + random.nextInt(1_000_000));
        }
        if (chance(50)) {
            values.put("website", "https://example.org/" + random.nextInt(1000));
        }
        values.set("spokenLanguages", set(List.of("de", "en", "fr", "pt-BR"), 3));
    }

    private void exhibition(ObjectNode values) {
        page(values);
        LocalDate opens = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000));
        values.put("opens", opens.toString());
        if (chance(70)) {
            values.put("closes", opens.plusDays(random.nextInt(200)).toString());
        }
        if (chance(80)) {
            values.put("admission", new BigDecimal(random.nextInt(100)).add(new BigDecimal("0.5")));
        }
        values.set("audiences", atLeastOne(List.of("ADULTS", "FAMILIES", "SCHOOLS")));
        values.put("expectedVisitors", random.nextInt(1_000_000));
        if (chance(90)) {
            values.put("catalogueNumber", chance(2) ? "K-" + random.nextInt(1000) : "" + (1 + random.nextInt(100_000)));
        }
        if (!persons.isEmpty()) {
            values.set("curators", list(persons, 1 + random.nextInt(3)));
        }
        if (chance(40)) {
            ObjectNode gallery = JSON.objectNode();
            if (chance(50)) {
                gallery.set("caption", translated(3));
            }
            gallery.set("images", list(images, 1 + random.nextInt(5)));
            gallery.put("style", any(List.of("PLAIN", "BOXED", "DARK")));
            values.set("gallery", gallery);
        }
        values.put("stepFree", chance(80));
        if (chance(30)) {
            values.put("soundtrack", "https://example.org/music/" + random.nextInt(1000));
        }
    }

    private void talk(ObjectNode values) {
        page(values);
        values.put(
                "starts",
                LocalDateTime.of(2026, 3, 1, 18, 30)
                        .plusDays(random.nextInt(300))
                        .toString());
        values.put("minutes", 15 + random.nextInt(200));
        values.set("speakers", list(persons, 1 + random.nextInt(2)));
        if (chance(60)) {
            values.put("audience", any(List.of("ADULTS", "FAMILIES", "SCHOOLS")));
        }
    }

    private void document(ObjectNode values) {
        values.put("licence", "ATTRIBUTION").put("language", any(List.of("de", "en-GB")));
        values.put("checksum", String.format("%064x", random.nextLong() & Long.MAX_VALUE));
    }

    private void addNewsletters(int count) {
        ObjectNode home = JSON.objectNode();
        page(home);
        ObjectNode hours = JSON.objectNode();
        hours.put("closes", "18:00");
        hours.set("days", atLeastOne(List.of("FRIDAY", "MONDAY", "SUNDAY")));
        hours.put("opens", "10:30");
        hours.set("remark", translated(2));
        home.set("openingHours", hours);
        ArrayNode teasers = JSON.arrayNode();
        for (int i = 0; i < 3; i++) {
            ObjectNode teaser = JSON.objectNode();
            teaser.set("headline", translated(2));
            teaser.put("link", "https://example.org/" + i);
            teasers.add(teaser);
        }
        home.set("teasers", teasers);
        String parent = add("HomePage", null, home);
        for (int i = 0; i < count; i++) {
            ObjectNode values = JSON.objectNode();
            page(values);
            values.put("issueNumber", 1 + i);
            values.set("contents", list(pages, 2));
            if (chance(50)) {
                values.put("sentAt", "2026-02-03T04:05:0" + random.nextInt(10) + "Z");
            }
            add("Newsletter", parent, values);
        }
    }

    private void article(ObjectNode values) {
        page(values);
        values.set("body", translated(8));
        if (chance(70)) {
            values.set("teaser", translated(4));
        }
        if (chance(50)) {
            values.set("subtitle", translated(2));
        }
        if (chance(50)) {
            values.put("background", words(20));
        }
        values.put("topic", any(List.of("ART", "ARCHITECTURE", "HISTORY", "NEWS")));
        values.set("tags", atLeastOneInAnyOrder(List.of("amber", "brush", "clay", "dye")));
        values.put("readingMinutes", 1 + random.nextInt(60));
        if (chance(80)) {
            values.put("author", any(persons));
        }
        if (chance(30)) {
            ObjectNode quote = JSON.objectNode();
            if (chance(50)) {
                quote.put("source", words(2));
            }
            quote.set("text", translated(5));
            quote.put("year", 1000 + random.nextInt(1000));
            values.set("pullQuote", quote);
        }
        if (chance(40)) {
            values.put("source", words(2));
        }
    }

    private ObjectNode translated(int words) {
        ObjectNode translated = JSON.objectNode();
        int first = random.nextInt(LANGUAGES.length);
        for (int i = first; i < LANGUAGES.length; i++) {
            translated.put(LANGUAGES[i], words(words));
        }
        return translated;
    }

    private ArrayNode list(List<String> from, int count) {
        ArrayNode list = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            list.add(any(from));
        }
        return list;
    }

    private ArrayNode set(List<String> sortedFrom, int most) {
        ArrayNode set = JSON.arrayNode();
        for (String each : sortedFrom) {
            if (set.size() < most && chance(50)) {
                set.add(each);
            }
        }
        return set.isEmpty() ? set.add(sortedFrom.get(0)) : set;
    }

    private ArrayNode atLeastOne(List<String> sortedFrom) {
        return set(sortedFrom, sortedFrom.size());
    }

    private ArrayNode atLeastOneInAnyOrder(List<String> from) {
        ArrayNode sorted = atLeastOne(from);
        ArrayNode reversed = JSON.arrayNode();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            reversed.add(sorted.get(i));
        }
        return chance(50) ? sorted : reversed;
    }

    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(WORDS[random.nextInt(WORDS.length)]);
        }
        return String.join(" ", words);
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private interface Filling {
        void fill(ObjectNode values);
    }
}
