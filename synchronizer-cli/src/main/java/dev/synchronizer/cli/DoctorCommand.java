package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.cli.render.DoctorReport;
import dev.synchronizer.doctor.Examination;
import dev.synchronizer.store.ContentProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Examines the store as a whole. */
@Command(
        name = "doctor",
        description = "Examines the store: whether something else has written its types and items, what does not fit "
                + "together, and what failed after saves.",
        footer = {"  synchronizer doctor", "  synchronizer doctor --repair", "  synchronizer doctor --forget-failures"})
final class DoctorCommand extends AdministrativeCommand {
    @Option(
            names = "--repair",
            fallbackValue = "true",
            description = "Accept what stands there, and seal it: what something else has written, and what an older "
                    + "release saved.")
    private boolean repair;

    @Option(
            names = "--forget-failures",
            fallbackValue = "true",
            description = "Delete what is recorded of the failures after saves that are shown; others stay.")
    private boolean forgetFailures;

    DoctorCommand(Context context) {
        super(context);
    }

    @Override
    String jsonFormat() {
        return DoctorReport.FORMAT;
    }

    @Override
    ExitCode run() {
        return change(synchronizer -> {
            Examination found = examined(synchronizer);
            long forgotten = forgetFailures ? synchronizer.doctor().forgetFailures(found) : 0;
            show(new DoctorReport(found, repair, forgotten));
            return found.isClean() ? ExitCode.DONE : ExitCode.REFUSED;
        });
    }

    private Examination examined(Synchronizer synchronizer) {
        try (ConsoleProgress progress = progress()) {
            ContentProgress shown = progress::worked;
            return repair
                    ? synchronizer.doctor().repair(database().actor(), shown)
                    : synchronizer.doctor().examine(shown);
        }
    }
}
