package dev.synchronizer.cli;

import dev.synchronizer.ServerDatabases;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens the databases of other servers as this one's is opened; none of H2 is made that is not there. */
final class ServerPools implements ServerDatabases {
    @Override
    public DataSource open(String url, @Nullable String user, @Nullable String password) {
        H2File.of(url).filter(file -> !file.mayExist()).ifPresent(file -> {
            throw new ProblemsException(Problem.of(ProblemCode.NO_STORE, url, "there is no such database"), null);
        });
        String writable = H2File.of(url).map(H2File::writableUrl).orElse(url);
        return new Pool(url, Drivers.of(existing(writable), user, password));
    }

    private static String existing(String url) {
        boolean isSaid = url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=");
        return url.startsWith("jdbc:h2:") && !isSaid ? url + ";IFEXISTS=TRUE" : url;
    }
}
