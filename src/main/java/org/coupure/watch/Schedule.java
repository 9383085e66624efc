package org.coupure.watch;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** When a source is visited. Immutable and thread-safe. */
public sealed interface Schedule {
  /** Returns the first time after {@code last} at which to visit. */
  Instant after(Instant last);

  /** At intervals. */
  record Every(Duration interval) implements Schedule {
    public Every {
      if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException("an interval must be at least 1s, was " + interval);
      }
    }

    @Override
    public Instant after(Instant last) {
      return last.plus(interval);
    }
  }

  /**
   * At the times of a cron expression: minute, hour, day of the month, month, day of the week.
   *
   * @param expression as crontab has it, such as {@code 0 7-19/2 * * mon-fri}
   * @param zone whose clock is meant
   */
  record At(String expression, ZoneId zone) implements Schedule {
    private static final CronParser PARSER =
        new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    /**
     * Checks the expression.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public At {
      Objects.requireNonNull(zone, "zone");
      Cron cron;
      try {
        cron = PARSER.parse(expression).validate();
      } catch (IllegalArgumentException bad) {
        String why = String.valueOf(bad.getMessage());
        throw new IllegalArgumentException(
            "\""
                + expression
                + "\" is no cron expression: "
                + why.substring(why.indexOf(". ") < 0 ? 0 : why.indexOf(". ") + 2),
            bad);
      }
      if (ExecutionTime.forCron(cron).nextExecution(Instant.EPOCH.atZone(zone)).isEmpty()) {
        throw new IllegalArgumentException(
            "\"" + expression + "\" names a day that never comes, such as 30 February");
      }
    }

    @Override
    public Instant after(Instant last) {
      ExecutionTime times = ExecutionTime.forCron(PARSER.parse(expression));
      return times.nextExecution(last.atZone(zone)).orElseThrow().toInstant();
    }
  }
}
