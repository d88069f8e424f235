package dev.synchronizer.plan;

import dev.synchronizer.diff.Scope;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.ModuleModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the members of a plan file's content as they are read. */
final class PlanFileReader {
    private long revision;
    private Instant plannedAt = Instant.EPOCH;
    private String planChecksum = "";
    private @Nullable Set<String> types;
    private Set<String> gone = Set.of();
    private @Nullable Set<String> packages;
    private boolean allowLossy;
    private @Nullable OrphanPolicy orphans;
    private List<ModuleModel> modules = List.of();
    private List<ModuleModel> lookedUp = List.of();

    void member(String name, JsonIn in) {
        switch (name) {
            case "revision" -> revision = in.number();
            case "plannedAt" -> plannedAt = Instant.parse(in.text());
            case "planChecksum" -> planChecksum = in.text();
            case "policy" -> in.object(member -> policy(member, in));
            case "modules" -> modules = in.array(() -> ModelJson.read(in));
            case "lookedUp" -> lookedUp = in.array(() -> ModelJson.read(in));
            default -> in.skip();
        }
    }

    private void policy(String name, JsonIn in) {
        switch (name) {
            case "types" -> types = Set.copyOf(in.texts());
            case "gone" -> gone = Set.copyOf(in.texts());
            case "packages" -> packages = Set.copyOf(in.texts());
            case "allowLossy" -> allowLossy = in.flag();
            case "orphans" -> orphans = orphans(in.text());
            default -> in.skip();
        }
    }

    private static OrphanPolicy orphans(String text) {
        return switch (text) {
            case "delete" -> new OrphanPolicy.Delete();
            case "keep" -> new OrphanPolicy.Keep();
            default -> new OrphanPolicy.Quarantine(Duration.parse(text));
        };
    }

    PlanFile file() {
        if (orphans == null) {
            throw new IllegalArgumentException("it does not say what happens to orphans");
        }
        Policy policy = new Policy(new Scope(types, gone, packages), orphans, allowLossy);
        return new PlanFile(revision, plannedAt, policy, new ContentModel(modules, lookedUp), planChecksum);
    }
}
