package dev.synchronizer.transfer;

import dev.synchronizer.content.Bulk;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.store.PageSize;
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

    private final Bulk content;
    private final SaveOptions saving;

    Importing(Bulk content, SaveOptions saving) {
        this.content = content;
        this.saving = saving;
    }

    ImportReport importFrom(String actor, InputStream stream, ImportOptions options) {
        ImportFindings findings = new ImportFindings(saving);
        return content.write(
                saving.telling(findings),
                writing -> importAll(stream, options, new ImportRun(actor, options, writing, findings)));
    }

    private static ImportReport importAll(InputStream stream, ImportOptions options, ImportRun run) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(
                stream,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        long number = 0;
        long flushed = 0;
        long length = 0;
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                run.add(number, number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
                length += line.length();
                if (number - flushed == BATCH || length >= PageSize.CHARACTERS) {
                    run.flush();
                    options.progress().accept(number);
                    flushed = number;
                    length = 0;
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
