package org.coupure.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coupure.article.Article;
import org.coupure.article.Assignment;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.article.Sha256;
import org.coupure.discover.Canonical;
import org.coupure.discover.Filter;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.HostGate;
import org.coupure.fetch.Validators;
import org.coupure.page.Site;
import org.coupure.watch.Configuration.Copies;
import org.coupure.watch.Configuration.Reading;
import org.coupure.watch.Source.Kind;
import org.coupure.watch.State.Known;
import org.coupure.watch.State.Visited;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a page that was read is to what is known, and notes it down together with what is to
 * be delivered. Used by one thread, within transactions of the state.
 */
final class Articles {
  private final State state;
  private final Outbox outbox;
  private final Canonical canonical;
  private final Reading reading;
  private final List<Source> sources;
  private final Subjects subjects;
  private final TextClusters textClusters;
  private final StoredArticles stored;

  /** How many records of this run matched each subject. */
  private final Map<String, Integer> matched = new TreeMap<>();

  Articles(
      State state,
      Outbox outbox,
      Canonical canonical,
      Configuration configuration,
      TextClusters textClusters,
      StoredArticles stored) {
    this.stored = stored;
    this.state = state;
    this.outbox = outbox;
    this.canonical = canonical;
    this.reading = configuration.reading();
    this.sources = configuration.sources();
    this.subjects = Subjects.of(configuration.subjects());
    this.textClusters = textClusters;
  }

  /** Notes a page down that is what it was; returns the outcome. */
  VisitOutcome notModified(FetchJob.Read job, Validators validators, Instant now) {
    return after(job, VisitOutcome.UNCHANGED, null, validators, null, now);
  }

  /** Notes a page down that could not be had; returns the outcome. */
  VisitOutcome refused(FetchJob.Read job, Fetched.Refused refused, Instant now) {
    VisitOutcome outcome = VisitOutcome.of(refused.reason());
    String detail = refused.clip().detail();
    boolean known = state.page(job.key()).map(State.Seen::record).isPresent();
    boolean gone = refused.status() == 404 || refused.status() == 410;
    if (known && gone) {
      note(
          job,
          new Visited(VisitOutcome.GONE, detail, null, job.attempts(), Validators.NONE, null),
          now);
      return VisitOutcome.GONE;
    }
    Instant comeBack = refused.comeBack();
    if (known && (comeBack == null || !comeBack.isAfter(now))) {
      return after(job, outcome, detail, Validators.NONE, null, now);
    }
    Retry retry = Retry.of(refused, job.attempts(), now);
    note(
        job,
        new Visited(outcome, detail, retry.at(), retry.attempts(), Validators.NONE, null),
        now);
    return outcome;
  }

  /**
   * Notes an article down, and delivers it unless it is known or not wanted; returns the outcome.
   *
   * @param answered where its first page was had
   * @param clip of all its pages
   */
  VisitOutcome read(
      FetchJob.Read job, String answered, Clip clip, Validators validators, Instant now) {
    Article article = clip.article();
    List<Source> naming =
        listing(job, answered).stream().filter(source -> isArticle(source, clip)).toList();
    if (article == null || naming.isEmpty()) {
      return withoutText(job, clip, validators, now);
    }
    Identity identity = moved(job, answered, identity(job, answered, article));
    if (!isWanted(article)) {
      return after(job, VisitOutcome.FILTERED_KIND, null, validators, null, now);
    }
    List<String> wanting = wanting(naming, article, now);
    if (wanting.isEmpty()) {
      Optional<Filter.Miss> miss = naming.get(0).filter(now).refusal(article);
      VisitOutcome outcome = VisitOutcome.filtered(miss.orElseThrow());
      return after(job, outcome, null, validators, null, now);
    }
    Identity assigned = identity.with(subjects.assign(identity.article, wanting, now));
    Clip whole =
        new Clip(clip.input(), clip.outcome(), clip.reason(), clip.detail(), assigned.article);
    VisitOutcome outcome = deliver(whole, assigned, now);
    aliases(job, answered, assigned, now);
    return after(job, outcome, null, validators, assigned.key, now);
  }

  /** Returns the sources that list a page now, which may be more than when it was asked for. */
  private List<Source> listing(FetchJob.Read job, String answered) {
    Set<String> keys = new TreeSet<>(Set.of(job.key()));
    canonical.key(answered).ifPresent(keys::add);
    Set<String> names = state.listing(keys);
    return sources.stream()
        .filter(source -> names.contains(source.name()) || source.equals(job.source()))
        .toList();
  }

  private static List<String> wanting(List<Source> naming, Article article, Instant now) {
    return naming.stream()
        .filter(source -> source.filter(now).refusal(article).isEmpty())
        .map(Source::name)
        .toList();
  }

  /** Returns how many records of this run matched each subject, by name. */
  Map<String, Integer> matched() {
    return matched;
  }

  /**
   * A list of other pages has text as well but is not delivered, unless a feed or a person named
   * it.
   */
  private static boolean isArticle(Source source, Clip clip) {
    boolean named =
        source.starts().stream()
            .noneMatch(start -> start.kind() == Kind.INDEX || start.kind() == Kind.SITEMAP);
    return clip.hasText() && (named || clip.outcome() != Outcome.INDEX_PAGE);
  }

  /** A page that could not be read is of no kind. */
  private boolean isWanted(Article article) {
    return article.pageKind() == null || reading.wanted().kinds().contains(article.pageKind());
  }

  private VisitOutcome withoutText(
      FetchJob.Read job, Clip clip, Validators validators, Instant now) {
    VisitOutcome outcome = VisitOutcome.ofTextless(clip);
    Article article = clip.article();
    if (reading.wanted().failures()
        && article != null
        && isWanted(article)
        && job.attempts() == 0) {
      outbox.post(clip);
    }
    boolean known = state.page(job.key()).map(State.Seen::record).isPresent();
    if (known) {
      return after(job, outcome, clip.detail(), Validators.NONE, null, now);
    }
    Retry retry = Retry.of(clip, job.attempts(), now);
    note(
        job,
        new Visited(outcome, clip.detail(), retry.at(), retry.attempts(), validators, null),
        now);
    return outcome;
  }

  /** An article's own URL as a key, and the article with the id that belongs to it. */
  private record Identity(String key, String host, Article article) {
    Identity with(Assignment assignment) {
      return new Identity(key, host, article.toBuilder().assignment(assignment).build());
    }
  }

  /**
   * The URL that a page calls its own is believed when it is of the same site and no front page;
   * and when it was another page's before, only if the texts are alike: some sites call all their
   * pages by one URL.
   */
  private Identity identity(FetchJob.Read job, String answered, Article article) {
    String own = canonical.key(answered).orElse(job.key());
    String host = HostGate.host(answered);
    String stated = article.place().canonicalUrl();
    String key = stated == null ? null : canonical.key(stated).orElse(null);
    if (stated == null || key == null || key.equals(own)) {
      return new Identity(own, host, article);
    }
    boolean believable =
        HostGate.host(stated).equals(host) && key.indexOf('/') > 0 && isSame(job, key, article);
    return believable
        ? new Identity(key, host, article)
        : new Identity(own, host, article.withId(Sha256.of(answered)));
  }

  /**
   * Returns the identity that a page had under the URL that leads on to {@code answered} now, if
   * its text changed on the way; a text that stayed is found by itself. Only a page that kept its
   * name is believed to be the same: many sites lead all that is gone to one page.
   */
  private Identity moved(FetchJob.Read job, String answered, Identity found) {
    Optional<String> before = state.page(job.key()).map(State.Seen::record);
    Optional<Known> known = before.flatMap(state::record);
    String hash = Objects.requireNonNullElse(found.article.duplicate().textHash(), "");
    boolean isMoved =
        known.isPresent()
            && !found.key.equals(before.get())
            && !known.get().textHash().equals(hash)
            && state.record(found.key).isEmpty()
            && !lastSegment(answered).isEmpty()
            && lastSegment(answered).equals(lastSegment(job.url()));
    return isMoved
        ? new Identity(before.get(), found.host, found.article.withId(known.get().id()))
        : found;
  }

  /** Returns the last part of a URL's path that names anything, without the type of a file. */
  private static String lastSegment(String url) {
    String path = url.replaceFirst("[?#].*$", "").replaceFirst("^[^:]+://[^/]*", "");
    return path.replaceFirst("/+$", "").replaceFirst("^.*/", "").replaceFirst("\\.[a-z]{2,5}$", "");
  }

  private boolean isSame(FetchJob.Read job, String key, Article article) {
    Optional<Known> known = state.record(key);
    if (known.isEmpty() || known.get().textHash().equals(article.duplicate().textHash())) {
      return true;
    }
    // Changed since: then this page has led there before, or is the URL itself.
    return key.equals(job.key())
        || state.page(job.key()).map(State.Seen::record).filter(key::equals).isPresent();
  }

  private VisitOutcome deliver(Clip clip, Identity identity, Instant now) {
    Article article = identity.article;
    String hash = Objects.requireNonNullElse(article.duplicate().textHash(), "");
    Known known = state.record(identity.key).orElse(null);
    Known here =
        state
            .twin(hash, identity.host)
            .or(() -> state.twin(hash, Site.formerName(identity.host)))
            .orElse(null);
    Known anywhere = here == null ? state.twin(hash, null).orElse(null) : here;
    ChangeKind changeKind = ChangeKind.of(known, hash, article.quality().words(), here, anywhere);
    List<String> sources = article.assignment().sources();
    switch (changeKind) {
      case UNCHANGED -> {
        String id = Objects.requireNonNull(known).id();
        stored.listed(id, sources, now);
        return stored.retitled(clip, id) ? VisitOutcome.RETITLED : VisitOutcome.UNCHANGED;
      }
      case MOVED -> stored.listed(Objects.requireNonNull(here).id(), sources, now);
      case NEW -> {
        return post(clip, identity, article, 1, now) ? VisitOutcome.NEW : VisitOutcome.COPY;
      }
      case REVISED -> {
        Known old = Objects.requireNonNull(known);
        if (stored.isSlight(article, old.id(), reading.leastChange())) {
          return VisitOutcome.UNCHANGED;
        }
        // The id of a record stays, even when the site moved from http to https meanwhile.
        Article same = article.id().equals(old.id()) ? article : article.withId(old.id());
        post(clip, identity, ArticleCopies.flagged(same, "revised"), old.revision() + 1, now);
      }
      case COPY -> copy(clip, identity, Objects.requireNonNull(anywhere).id(), now);
    }
    return changeKind.outcome();
  }

  private void copy(Clip clip, Identity identity, String first, Instant now) {
    Article copy = ArticleCopies.of(identity.article, first);
    if (reading.wanted().copies() == Copies.LINK) {
      Clip marked =
          new Clip(clip.input(), Outcome.DUPLICATE, Reason.SAME_TEXT, clip.detail(), copy);
      post(marked, identity, copy, 1, now);
    } else {
      noteRecord(identity, copy, 1, now);
    }
  }

  /** Returns false when the article is left out because it is nearly another one. */
  private boolean post(Clip clip, Identity identity, Article article, int revision, Instant now) {
    TextClusters.Told clusters = textClusters.tell(article, article.duplicate().of(), now);
    boolean first = revision > 1 || clusters.cluster().equals(article.id());
    if (reading.wanted().nearCopies() && !first) {
      noteRecord(identity, article, revision, now);
      return false;
    }
    Article told = ArticleCopies.telling(article, clusters.cluster(), clusters.story());
    outbox.post(new Clip(clip.input(), clip.outcome(), clip.reason(), clip.detail(), told));
    noteRecord(identity, article, revision, now);
    for (String subject : article.assignment().subjectNames()) {
      state.tallies().addSubject(subject);
      matched.merge(subject, 1, Integer::sum);
    }
    return true;
  }

  private void noteRecord(Identity identity, Article article, int revision, Instant now) {
    String hash = Objects.requireNonNullElse(article.duplicate().textHash(), "");
    state.delivered(identity.key, new Known(article.id(), hash, revision, identity.host), now);
  }

  /** Takes in that one more source lists an article that was delivered. */
  void listed(String recordKey, Source source, Instant now) {
    state.record(recordKey).ifPresent(known -> stored.listed(known.id(), source, now));
  }

  /** Whatever else leads to the article need not be visited for its own sake. */
  private void aliases(FetchJob.Read job, String answered, Identity identity, Instant now) {
    List<String> urls = new ArrayList<>(List.of(answered));
    if (identity.article.place().canonicalUrl() != null) {
      urls.add(identity.article.place().canonicalUrl());
    }
    for (String url : urls) {
      String key = canonical.key(url).orElse(job.key());
      boolean ours = key.equals(identity.key) || url.equals(answered);
      if (ours && !key.equals(job.key())) {
        state.alias(key, url, HostGate.host(url), job.source().name(), identity.key, now);
      }
    }
  }

  /** Notes a page down that was had; it is looked at again for changes, if it gave a record. */
  private VisitOutcome after(
      FetchJob.Read job,
      VisitOutcome outcome,
      @Nullable String detail,
      Validators validators,
      @Nullable String record,
      Instant now) {
    Optional<State.Seen> seen = state.page(job.key());
    boolean known = record != null || seen.map(State.Seen::record).isPresent();
    int looks = seen.map(State.Seen::record).isPresent() ? job.attempts() : 0;
    List<Duration> again = reading.recheck();
    Instant due = known && looks < again.size() ? now.plus(pause(again, looks)) : null;
    note(job, new Visited(outcome, detail, due, looks + 1, validators, record), now);
    return outcome;
  }

  /** The configuration counts from the first visit, the state from the last. */
  private static Duration pause(List<Duration> again, int looks) {
    Duration before = looks == 0 ? Duration.ZERO : again.get(looks - 1);
    Duration pause = again.get(looks).minus(before);
    return pause.isNegative() || pause.isZero() ? again.get(looks) : pause;
  }

  private void note(FetchJob.Read job, Visited visited, Instant now) {
    state.visited(job.key(), visited, now);
  }
}
