package dev.synchronizer.cli;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.staging.Servers;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.RetryPolicy;
import dev.synchronizer.task.ServerChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a server. */
@Command(
        name = "add",
        description =
                "Adds a server that is told of each change from now on, or that may tell its changes to this one. Nobody "
                        + "is asked whether it answers: see staging servers test.",
        footer = {
            "  synchronizer staging servers add public jdbc:postgresql://db/public",
            "  synchronizer staging servers add www https://acme.org --secret env:WWW",
            "  synchronizer staging servers add editors --accept --secret file:secret"
        })
final class ServersAddCommand extends ServersChangeCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "What it is to be called here.")
    private String name = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PLACE",
            description =
                    "Where it is told of changes: http(s)://..., jdbc:... of its database, or dir:PATH. Left out, "
                            + "it is told nothing.")
    private @Nullable String place;

    @Option(names = "--server-user", paramLabel = "USER", description = "The user of its database.")
    private @Nullable String user;

    @Option(
            names = "--secret",
            paramLabel = "REFERENCE",
            description = "Where its database's password is found, or what both servers share to sign their requests: "
                    + "env:NAME of an environment variable, or file:PATH. The secret itself is kept nowhere.")
    private @Nullable String secret;

    @Option(names = "--accept", fallbackValue = "true", description = "Take in the changes that it tells.")
    private boolean accepted;

    @Option(
            names = "--at-most",
            paramLabel = "POLICY",
            description = "Whatever it says itself of what both have changed, it decides no further here than this: "
                    + "theirs (it gives way), hold, merge, newest, or ours (as it says, if left out).")
    private @Nullable ConflictPolicy most;

    @Mixin
    private final ServerPolicyOptions policies = new ServerPolicyOptions();

    @Option(
            names = "--replace",
            fallbackValue = "true",
            description = "Put it in the place of the one of its name, if there is one. What is on its way to that one "
                    + "goes to this one, and it stays disabled if it is.")
    private boolean replace;

    private @Nullable RetryPolicy retries;

    ServersAddCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        retries = policies.failures().retries(this::wrongUsage);
        if (place == null && !accepted) {
            throw wrongUsage("PLACE is missing, or --accept of one that only tells its changes");
        }
    }

    @Override
    String name() {
        return name;
    }

    @Override
    ServerChannel change(Servers servers, @Nullable ServerChannel before, String actor) {
        if (before != null && !replace) {
            throw new ProblemsException(
                    new Problem(
                            ProblemCode.WRONG_SERVER,
                            name,
                            "there is a server " + name + " already",
                            "choose another name, or put this one in its place by --replace"),
                    null);
        }
        return save(servers, before, wanted(before), actor);
    }

    private ServerChannel wanted(@Nullable ServerChannel before) {
        return new ServerChannel(
                name,
                before == null || before.enabled(),
                before != null && before.held(),
                place,
                user,
                secret,
                accepted,
                identity(before),
                policies.conflicts(),
                policies.failures().failures(),
                Objects.requireNonNull(retries),
                most);
    }

    /** At another place, another one may answer. */
    private @Nullable String identity(@Nullable ServerChannel before) {
        return before != null && Objects.equals(before.url(), place) ? before.server() : null;
    }
}
