package dev.synchronizer.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads items as lines of JSON, in one transaction for all of them. */
final class Importing {
    private static final int BATCH = 500;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Work work;
    private final NewIds ids;

    Importing(Work work, NewIds ids) {
        this.work = work;
        this.ids = ids;
    }

    ImportReport importFrom(String actor, InputStream stream, ImportOptions options) {
        return Once.within(once -> work.writing(
                types -> {
                    types.loadAll();
                    return types;
                },
                (types, loaded, transaction) -> {
                    TypesInUse.keep(types.all(), transaction, types);
                    ImportRun run = new ImportRun(actor, work.now(), ids, options, transaction, types);
                    // What was read of a stream cannot be read again.
                    return once.run(() -> importAll(stream, options, run));
                }));
    }

    private static ImportReport importAll(InputStream stream, ImportOptions options, ImportRun run) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(
                stream,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        long number = 0;
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                run.add(number, number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
                if (number % BATCH == 0) {
                    run.flush();
                    options.progress().accept(number);
                }
            }
            run.flush();
            options.progress().accept(number);
            return run.end();
        } catch (CharacterCodingException e) {
            throw ImportProblems.notInUtf8(number, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
