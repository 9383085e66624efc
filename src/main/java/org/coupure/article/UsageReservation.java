package org.coupure.article;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A restriction that a site may place on the use of its text and that a user may choose to obey.
 * Some are law, some are courtesy. This is not legal advice.
 */
public enum UsageReservation {
  /** No indexing by robots: the directive {@code noindex} or {@code none}. */
  NOINDEX,
  /** No copy kept: the directive {@code noarchive}. */
  NOARCHIVE,
  /** No machine learning: the directive {@code noai}, which is in no standard. */
  NOAI,
  /** No text and data mining: a reservation by the W3C's TDMRep. */
  TDM,
  /** No search: {@code search=no} in a Content-Signal. */
  SEARCH,
  /** No input of models, such as for answers: {@code ai-input=no} in a Content-Signal. */
  AI_INPUT,
  /** No training of models: {@code ai-train=no} in a Content-Signal, {@code train-ai=n}. */
  AI_TRAIN;

  /** Returns the name used on the command line and in configurations, such as {@code ai-train}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the reservations of a list such as {@code tdm, noindex}.
   *
   * @throws IllegalArgumentException if one is not known; its message lists the known ones
   */
  public static Set<UsageReservation> parse(String list) {
    Set<UsageReservation> wishes = EnumSet.noneOf(UsageReservation.class);
    for (String word : list.split("[,\\s]+", -1)) {
      if (!word.isEmpty()) {
        wishes.add(find(word));
      }
    }
    return wishes;
  }

  private static UsageReservation find(String word) {
    return Arrays.stream(values())
        .filter(reservation -> reservation.code().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no wish called \""
                        + word
                        + "\"; there are "
                        + Arrays.stream(values())
                            .map(UsageReservation::code)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * Returns {@code clip}, or, when its page states one of {@code wishes}, a blocked clip whose
   * record has neither text nor images.
   */
  public static Clip obeyed(Clip clip, Set<UsageReservation> wishes) {
    Article article = clip.article();
    Optional<UsageReservation> stated =
        article == null
            ? Optional.empty()
            : wishes.stream()
                .filter(reservation -> reservation.isStated(article.rights()))
                .findFirst();
    return stated.isEmpty() || article == null ? clip : stated.get().obeyed(clip, article);
  }

  private Clip obeyed(Clip clip, Article article) {
    Article bare =
        Article.builder(article.id(), article.provenance())
            .place(article.place())
            .dates(article.dates())
            .rights(article.rights())
            .build();
    String why = "the site reserves this text (" + code() + "), and that is to be obeyed";
    return new Clip(clip.input(), Outcome.BLOCKED, Reason.RESERVED, why, bare);
  }

  /** Returns whether {@code rights} state this reservation. */
  public boolean isStated(Rights rights) {
    return switch (this) {
      case NOINDEX -> has(rights.robots(), "noindex") || has(rights.robots(), "none");
      case NOARCHIVE -> has(rights.robots(), "noarchive");
      case NOAI -> has(rights.robots(), "noai");
      case TDM -> Boolean.TRUE.equals(rights.tdmReservation());
      case SEARCH -> has(rights.contentSignal(), "search=no");
      case AI_INPUT -> has(rights.contentSignal(), "ai-input=no");
      case AI_TRAIN ->
          has(rights.contentSignal(), "ai-train=no") || has(rights.contentUsage(), "train-ai=n");
    };
  }

  private static boolean has(@Nullable String list, String item) {
    if (list == null) {
      return false;
    }
    List<String> items = List.of(list.toLowerCase(Locale.ROOT).split(",", -1));
    return items.stream().anyMatch(one -> one.replaceAll("\\s", "").equals(item));
  }
}
