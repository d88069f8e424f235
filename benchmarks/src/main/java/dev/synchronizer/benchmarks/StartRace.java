package dev.synchronizer.benchmarks;

import dev.synchronizer.benchmarks.program.FlywayStart;
import dev.synchronizer.benchmarks.program.HibernateStart;
import dev.synchronizer.benchmarks.program.LiquibaseStart;
import dev.synchronizer.benchmarks.program.NaiveStart;
import dev.synchronizer.benchmarks.program.OneRow;
import dev.synchronizer.benchmarks.program.SynchronizeStart;
import dev.synchronizer.benchmarks.race.JavaCommand;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.race.Race;
import dev.synchronizer.benchmarks.world.EntityJar;
import dev.synchronizer.benchmarks.world.Migrations;
import dev.synchronizer.benchmarks.world.ModelJar;
import dev.synchronizer.benchmarks.world.OrdinaryJars;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.WorkFolder;
import java.nio.file.Path;
import java.util.List;

/** Point 1: a start with nothing to do, on PostgreSQL. */
public final class StartRace {
    private static final List<String> FLYWAY =
            List.of("flyway", "jackson-annotations", "jackson-core-3", "jackson-databind-3");

    private StartRace() {}

    /** The arguments are the rounds, and the size of what others are compared with. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        try (WorkFolder work = WorkFolder.create();
                PostgresServer server = PostgresServer.start()) {
            String empty = server.create("empty");
            Race race = new Race("Start with nothing to do", rounds)
                    .add("one row", JavaCommand.withLibrary(OneRow.class, List.of(), empty))
                    .add("one row, driver alone on the class path", driverAlone(empty));
            for (int types : List.of(1_000, 10_000)) {
                Path folder = work.folder("models" + types);
                System.out.println(OrdinaryJars.copy(100, folder));
                ModelJar.write(folder, "site", types, -1);
                String url = server.create("ours" + types);
                race.add("the library, " + types + " types", synchronize(url, folder));
                if (types == 1_000) {
                    race.add("naive, " + types + " types", naive(url, folder));
                }
            }
            addOthers(race, size, work, server);
            System.out.println(Machine.describe());
            race.run(System.out);
        }
    }

    private static List<String> driverAlone(String url) {
        return JavaCommand.alone(OneRow.class, List.of("synchronizer-benchmarks", "postgresql"), url);
    }

    private static List<String> synchronize(String url, Path folder) {
        return JavaCommand.withLibrary(SynchronizeStart.class, List.of(), url, folder);
    }

    private static List<String> naive(String url, Path folder) {
        return JavaCommand.withLibrary(NaiveStart.class, List.of("classgraph"), url, folder);
    }

    private static void addOthers(Race race, int size, WorkFolder work, PostgresServer server) throws Exception {
        Path files = Migrations.writeFiles(work.folder("flyway"), size);
        Path log = Migrations.writeChangeLog(work.folder("liquibase"), size);
        Path entities = EntityJar.write(work.folder("hibernate"), size);
        race.add(
                "Flyway, " + size + " migrations",
                JavaCommand.withLibrary(FlywayStart.class, FLYWAY, server.create("flyway"), files));
        race.add(
                "Liquibase, " + size + " change sets",
                JavaCommand.withLibrary(
                        LiquibaseStart.class, List.of(), server.create("liquibase"), log, Migrations.CHANGE_LOG));
        race.add(
                "Hibernate's schema update, " + size + " entities",
                JavaCommand.withLibrary(HibernateStart.class, List.of(), server.create("hibernate"), entities, size));
    }
}
