package dev.synchronizer.benchmarks.program;

import dev.synchronizer.scan.ModelScanner;
import dev.synchronizer.scan.ScanRequest;
import dev.synchronizer.scan.ScannedModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the models in a folder of jars, with so many threads, in the packages that are named, or in all. */
public final class LibraryScan {
    private LibraryScan() {}

    public static void main(String[] arguments) {
        int threads = Integer.parseInt(arguments[1]);
        List<String> packages = List.of(arguments).subList(2, arguments.length);
        ScanRequest request = new ScanRequest(List.of(Path.of(arguments[0])), null, List.of(), packages, Map.of());
        ScannedModels scanned = ModelScanner.scan(request, Set.of(), threads);
        System.out.println(scanned.model().types().count() + " types");
    }
}
