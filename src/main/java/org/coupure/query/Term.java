package org.coupure.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part of a query. Immutable and thread-safe. */
sealed interface Term {
  /** Returns whether it is true of an article, looked for in {@code part}. */
  boolean matches(IndexedArticle article, Part part);

  /** Collects the places of the words that make it true; called only when it is. */
  void collect(IndexedArticle article, Part part, MatchedPlaces places);

  /** Collects sentences that say why it is not true; called only when it is not. */
  void explain(IndexedArticle article, Part part, List<String> reasons);

  /** Returns the term of a full-text index that is true of at least the same articles. */
  FullText fullText(Part part);

  /** A term that stands at places of a text, and so can be counted and be near another. */
  sealed interface Placed extends Term {
    /** Returns where it stands. */
    Spans spans(WordIndex index, Stemmer stemmer);

    /** Returns it as a person wrote it. */
    String written();

    /** Marks the words of it that lie within {@code around}. */
    void mark(WordIndex index, Stemmer stemmer, Spans around, Spans marked);

    @Override
    default boolean matches(IndexedArticle article, Part part) {
      return count(article, part) > 0;
    }

    /** Returns at how many places it stands. */
    default int count(IndexedArticle article, Part part) {
      if (part == Part.ANYWHERE) {
        return count(article, Part.TITLE) + count(article, Part.TEXT);
      }
      return spans(article.words(part), article.stemmer()).size();
    }

    @Override
    default void collect(IndexedArticle article, Part part, MatchedPlaces places) {
      if (part == Part.ANYWHERE) {
        collect(article, Part.TITLE, places);
        collect(article, Part.TEXT, places);
        return;
      }
      if (part == Part.TITLE || part == Part.TEXT) {
        WordIndex index = article.words(part);
        Spans all = spans(index, article.stemmer());
        mark(index, article.stemmer(), all, places.of(part));
      }
    }

    @Override
    default void explain(IndexedArticle article, Part part, List<String> reasons) {
      reasons.add(written() + " is " + part.absence());
    }
  }

  /** Words one after the other. */
  record Phrase(String written, List<WordPattern> words) implements Placed {
    public Phrase {
      words = List.copyOf(words);
    }

    @Override
    public boolean matches(IndexedArticle article, Part part) {
      if (part == Part.ANYWHERE) {
        return matches(article, Part.TITLE) || matches(article, Part.TEXT);
      }
      WordIndex index = article.words(part);
      return words.size() == 1
          ? words.get(0).in(index, article.stemmer()).length > 0
          : spans(index, article.stemmer()).size() > 0;
    }

    @Override
    public Spans spans(WordIndex index, Stemmer stemmer) {
      int[][] numbers = new int[words.size()][];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = words.get(i).in(index, stemmer);
        if (numbers[i].length == 0) {
          return Spans.NONE;
        }
      }
      Spans all = Spans.NONE;
      for (int word : numbers[0]) {
        all = all.and(from(word, numbers, index));
      }
      return all;
    }

    private static Spans from(int word, int[][] numbers, WordIndex index) {
      Spans spans = new Spans();
      for (int at = index.first(word); at >= 0; at = index.next(at)) {
        int i = 1;
        while (i < numbers.length && WordPattern.contains(numbers[i], index.wordAt(at + i))) {
          i++;
        }
        if (i == numbers.length) {
          spans.add(at, at + i - 1);
        }
      }
      return spans;
    }

    @Override
    public void mark(WordIndex index, Stemmer stemmer, Spans around, Spans marked) {
      Spans own = spans(index, stemmer);
      for (int i = 0; i < own.size(); i++) {
        if (around.cover(own.first(i), own.last(i))) {
          marked.add(own.first(i), own.last(i));
        }
      }
    }

    @Override
    public FullText fullText(Part part) {
      return FullText.phrase(words, part);
    }
  }

  /** One term near another, in any order. */
  record Near(Placed one, Placed other, int distance) implements Placed {
    @Override
    public String written() {
      return one.written() + " NEAR/" + distance + " " + other.written();
    }

    @Override
    public Spans spans(WordIndex index, Stemmer stemmer) {
      Spans first = one.spans(index, stemmer);
      return first.size() == 0 ? first : first.near(other.spans(index, stemmer), distance);
    }

    @Override
    public void mark(WordIndex index, Stemmer stemmer, Spans around, Spans marked) {
      one.mark(index, stemmer, around, marked);
      other.mark(index, stemmer, around, marked);
    }

    @Override
    public void explain(IndexedArticle article, Part part, List<String> reasons) {
      int before = reasons.size();
      for (Placed term : List.of(one, other)) {
        if (!term.matches(article, part)) {
          term.explain(article, part, reasons);
        }
      }
      if (reasons.size() == before) {
        String words = distance == 1 ? " word" : " words";
        reasons.add(
            one.written() + " and " + other.written() + " are never within " + distance + words);
      }
    }

    @Override
    public FullText fullText(Part part) {
      return FullText.all(List.of(one.fullText(part), other.fullText(part))).inexact();
    }
  }

  /** One of some terms at least, each of which stands at places. */
  record AnyPlaced(List<Placed> terms) implements Placed {
    public AnyPlaced {
      terms = List.copyOf(terms);
    }

    @Override
    public boolean matches(IndexedArticle article, Part part) {
      return terms.stream().anyMatch(term -> term.matches(article, part));
    }

    @Override
    public String written() {
      return "(" + String.join(" OR ", terms.stream().map(Placed::written).toList()) + ")";
    }

    @Override
    public Spans spans(WordIndex index, Stemmer stemmer) {
      Spans all = Spans.NONE;
      for (Placed term : terms) {
        all = all.and(term.spans(index, stemmer));
      }
      return all;
    }

    @Override
    public void mark(WordIndex index, Stemmer stemmer, Spans around, Spans marked) {
      terms.forEach(term -> term.mark(index, stemmer, around, marked));
    }

    @Override
    public FullText fullText(Part part) {
      return FullText.any(terms.stream().map(term -> term.fullText(part)).toList());
    }
  }

  /** A term that stands at as many places as it must. */
  record Count(Placed term, Comparison comparison, int number) implements Term {
    @Override
    public boolean matches(IndexedArticle article, Part part) {
      return comparison.holds(term.count(article, part), number);
    }

    @Override
    public void collect(IndexedArticle article, Part part, MatchedPlaces places) {
      term.collect(article, part, places);
    }

    @Override
    public void explain(IndexedArticle article, Part part, List<String> reasons) {
      int count = term.count(article, part);
      String times = count == 1 ? "once" : count == 2 ? "twice" : count + " times";
      reasons.add(
          term.written()
              + (count == 0 ? " is " + part.absence() : " is there " + times)
              + ", and "
              + comparison.sign()
              + number
              + " is asked for");
    }

    @Override
    public FullText fullText(Part part) {
      return comparison.holds(0, number) ? FullText.ANY : term.fullText(part).inexact();
    }
  }

  /** How a count is compared. */
  enum Comparison {
    AT_LEAST(">="),
    AT_MOST("<="),
    MORE(">"),
    LESS("<"),
    EQUAL("=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    boolean holds(int count, int number) {
      return switch (this) {
        case AT_LEAST -> count >= number;
        case AT_MOST -> count <= number;
        case MORE -> count > number;
        case LESS -> count < number;
        case EQUAL -> count == number;
      };
    }
  }

  /** All of them. */
  record All(List<Term> terms) implements Term {
    public All {
      terms = List.copyOf(terms);
    }

    @Override
    public boolean matches(IndexedArticle article, Part part) {
      for (Term term : terms) {
        if (!term.matches(article, part)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void collect(IndexedArticle article, Part part, MatchedPlaces places) {
      terms.forEach(term -> term.collect(article, part, places));
    }

    @Override
    public void explain(IndexedArticle article, Part part, List<String> reasons) {
      for (Term term : terms) {
        if (!term.matches(article, part)) {
          term.explain(article, part, reasons);
        }
      }
    }

    @Override
    public FullText fullText(Part part) {
      List<FullText> wanted = new ArrayList<>();
      List<FullText> unwanted = new ArrayList<>();
      for (Term term : terms) {
        if (term instanceof Not not) {
          unwanted.add(not.term.fullText(part));
        } else {
          wanted.add(term.fullText(part));
        }
      }
      return FullText.all(wanted).without(unwanted);
    }
  }

  /** One of them at least. */
  record Any(List<Term> terms) implements Term {
    public Any {
      terms = List.copyOf(terms);
    }

    @Override
    public boolean matches(IndexedArticle article, Part part) {
      for (Term term : terms) {
        if (term.matches(article, part)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void collect(IndexedArticle article, Part part, MatchedPlaces places) {
      for (Term term : terms) {
        if (term.matches(article, part)) {
          term.collect(article, part, places);
        }
      }
    }

    @Override
    public void explain(IndexedArticle article, Part part, List<String> reasons) {
      terms.forEach(term -> term.explain(article, part, reasons));
    }

    @Override
    public FullText fullText(Part part) {
      return FullText.any(terms.stream().map(term -> term.fullText(part)).toList());
    }
  }

  /** Not this. */
  record Not(String written, Term term) implements Term {
    @Override
    public boolean matches(IndexedArticle article, Part part) {
      return !term.matches(article, part);
    }

    @Override
    public void collect(IndexedArticle article, Part part, MatchedPlaces places) {}

    @Override
    public void explain(IndexedArticle article, Part part, List<String> reasons) {
      reasons.add(written + " is there, and must not be");
    }

    @Override
    public FullText fullText(Part part) {
      return FullText.ANY;
    }
  }

  /** This, in a part of the article only. */
  record Within(Part only, Term term) implements Term {
    @Override
    public boolean matches(IndexedArticle article, Part part) {
      return term.matches(article, only);
    }

    @Override
    public void collect(IndexedArticle article, Part part, MatchedPlaces places) {
      term.collect(article, only, places);
    }

    @Override
    public void explain(IndexedArticle article, Part part, List<String> reasons) {
      term.explain(article, only, reasons);
    }

    @Override
    public FullText fullText(Part part) {
      return term.fullText(only);
    }
  }

  /** The host of the article's URL, or one below it. */
  record Host(String host) implements Term {
    @Override
    public boolean matches(IndexedArticle article, Part part) {
      @Nullable String of = article.host();
      return of != null && (of.equals(host) || of.endsWith("." + host));
    }

    @Override
    public void collect(IndexedArticle article, Part part, MatchedPlaces places) {}

    @Override
    public void explain(IndexedArticle article, Part part, List<String> reasons) {
      reasons.add(
          "the article is of " + Objects.requireNonNullElse(article.host(), "no known host"));
    }

    @Override
    public FullText fullText(Part part) {
      return FullText.ANY;
    }
  }
}
