package dev.synchronizer.scan;

import dev.synchronizer.archive.Containers;
import dev.synchronizer.archive.Location;
import dev.synchronizer.archive.ModuleIdentity;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One scan: open the containers, search them, name their modules, build their types. */
final class ModelScan {
    private final ScanRequest request;
    private final Set<String> knownEmptyJars;
    private final int threads;
    private final Collection<Problem> problems = new ArrayList<>();

    /** @param threads how many may search at once */
    ModelScan(ScanRequest request, Set<String> knownEmptyJars, int threads) {
        this.request = request;
        this.knownEmptyJars = knownEmptyJars;
        this.threads = threads;
    }

    ScannedModels run() {
        ScanPath path = ScanPath.of(request);
        path.missing().forEach(file -> problems.add(missing(file)));
        MixedFolders.refuse(path.foldersOfJars(), problems);
        try (Containers containers = Containers.open(path.locations(), request.packages(), problems)) {
            ClassLookup lookup = new ClassLookup(containers, problems);
            ModelSearch search = new ModelSearch(lookup, containers.reader(), problems);
            List<FoundInContainer> found = search.search(
                    containers.scanned(), new SearchedClasses(request.packages()), knownEmptyJars, threads);
            ModuleAssembly assembly =
                    assemble(found, search, lookup, new StepBuilder(lookup, containers.reader(), problems));
            ContentModel model = assembly.model();
            if (isNothingDeclared(model) && problems.isEmpty()) {
                problems.add(nothingDeclared(path));
            }
            return new ScannedModels(model, Problems.of(problems), emptyJars(found));
        }
    }

    private static Problem missing(File file) {
        File parent = file.getAbsoluteFile().getParentFile();
        while (parent != null && !parent.exists()) {
            parent = parent.getParentFile();
        }
        String there = parent == null ? "" : "; the nearest folder that exists is " + parent;
        return Problem.of(ProblemCode.PATH_NOT_FOUND, file.getPath(), "there is no such file or folder" + there);
    }

    /** A path or a package that is misspelt would otherwise pass for a model without faults. */
    private boolean isNothingDeclared(ContentModel model) {
        boolean mayBeMeant = request.packages().isEmpty() && !model.modules().isEmpty();
        return !mayBeMeant
                && model.modules().stream()
                        .allMatch(module ->
                                module.types().isEmpty() && module.steps().isEmpty());
    }

    private Problem nothingDeclared(ScanPath path) {
        List<Path> models = request.models();
        long places = path.locations().stream().filter(Location::scanned).count();
        String where = places == 1 ? "it" : "any of the " + places + " jars and folders that were scanned";
        String packages = request.packages().isEmpty()
                ? " and no module is named"
                : " in " + String.join(", ", request.packages());
        return Problem.of(
                ProblemCode.NOTHING_DECLARED,
                models.isEmpty() ? "class path" : models.get(0).toString(),
                "no content type is declared" + packages + ", in " + where);
    }

    private ModuleAssembly assemble(
            List<FoundInContainer> found, ModelSearch search, ClassLookup lookup, StepBuilder steps) {
        ModuleNames names =
                new ModuleNames(container -> ContainerModules.of(search.searchModules(container), problems));
        Map<FoundInContainer, ContainerModules> modules = new LinkedHashMap<>();
        for (FoundInContainer each : found) {
            ContainerModules of = ContainerModules.of(each, problems);
            modules.put(each, of);
            names.put(each.container(), of);
        }
        new HiddenTypes(lookup, problems).report(modules);
        TypeBuilder builder = new TypeBuilder(lookup, names, problems);
        ModuleAssembly assembly = new ModuleAssembly(request.moduleVersions(), problems);
        modules.forEach((each, of) -> declared(each, of, builder, steps)
                .forEach((module, declared) -> assembly.add(module, each.container(), declared)));
        names.lookedUp().forEach(assembly::addLookedUp);
        return assembly;
    }

    private static Map<ModuleIdentity, DeclaredInModule> declared(
            FoundInContainer found, ContainerModules modules, TypeBuilder types, StepBuilder steps) {
        Map<ModuleIdentity, DeclaredInModule> all = new LinkedHashMap<>();
        modules.all().forEach(module -> all.put(module, new DeclaredInModule()));
        for (DeclaredClass declared : found.types()) {
            ModuleIdentity module = modules.of(declared.packageName());
            types.build(declared, String.valueOf(module.name()))
                    .ifPresent(of(module, all).types()::add);
        }
        for (DeclaredClass declared : found.steps()) {
            ModuleIdentity module = modules.of(declared.packageName());
            steps.build(declared, found.container()).ifPresent(of(module, all).steps()::add);
        }
        return all;
    }

    private static DeclaredInModule of(ModuleIdentity module, Map<ModuleIdentity, DeclaredInModule> all) {
        return all.computeIfAbsent(module, m -> new DeclaredInModule());
    }

    private static Set<String> emptyJars(List<FoundInContainer> found) {
        Set<String> empty = new HashSet<>();
        for (FoundInContainer each : found) {
            if (each.isEmpty()) {
                each.container().fingerprint().ifPresent(empty::add);
            }
        }
        return empty;
    }
}
