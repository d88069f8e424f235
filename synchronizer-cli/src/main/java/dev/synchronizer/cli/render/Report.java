package dev.synchronizer.cli.render;

/** A form that a plan is shown in. */
public interface Report {
    /** The whole report, ending with a line feed. */
    String render(ReportInput input);
}
