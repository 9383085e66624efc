package org.coupure.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Evidence;
import org.coupure.article.Explanation.Judged;
import org.coupure.article.PageKind;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.batch.DefectContainment;
import org.coupure.page.Page;
import org.coupure.record.RecordField;
import org.coupure.record.RecordField.Form;
import org.coupure.serve.RuleShelf.Wanted;
import org.coupure.verdict.VerdictSentences;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows a page beside its verdicts. */
final class InspectRoutes {
  private final ClipRoutes clips;
  private final RuleShelf rules;
  private final ClipGate gate;
  private final Snapshots snapshots;

  InspectRoutes(ClipRoutes clips, RuleShelf rules, ClipGate gate, Snapshots snapshots) {
    this.clips = clips;
    this.rules = rules;
    this.gate = gate;
    this.snapshots = snapshots;
  }

  /** What a look at a page gives: the clip, and the document that shows the page. */
  private record Seen(Clip clip, String frame) {}

  /** {@code POST /v1/inspect}: a page as in {@code /v1/clip}, with all that is known about it. */
  void inspect(HttpCall call) throws ProblemException, IOException {
    call.only("url", "lang");
    Page page = clips.page(call);
    String language = call.parameter("lang", "en");
    Clipper clipper = rules.clipper(Wanted.explained(language));
    Seen seen =
        gate.turn(
            () -> {
              ParsedPage parsed = DefectContainment.read(page, clipper);
              Clip clip = DefectContainment.contained(parsed, clipper);
              return new Seen(clip, FrameHtml.of(parsed, clip.article()));
            });
    ObjectNode json = json(seen.clip(), VerdictSentences.in(language));
    json.put("snapshot", snapshots.keep(page, seen.frame()));
    call.answer(json);
  }

  /** {@code GET /v1/snapshots/ID}: the page as it was, for a sandboxed frame. */
  void frame(HttpCall call) throws ProblemException, IOException {
    Snapshots.Snapshot snapshot = snapshots.get(call.rest());
    call.header("Content-Security-Policy", PageFiles.FRAME_POLICY);
    call.answer(200, "text/html; charset=utf-8", snapshot.frame());
  }

  private static ObjectNode json(Clip clip, VerdictSentences sentences) {
    ObjectNode json = HttpCall.JSON.createObjectNode();
    json.put("outcome", clip.outcome().code());
    json.put("reason", clip.reason().code()).put("detail", clip.detail());
    Article article = clip.article();
    ArrayNode blocks = json.putArray("blocks");
    if (article == null) {
      return json;
    }
    PageKind kind = article.pageKind();
    json.put("kind", kind == null ? null : kind.code());
    json.put("url", article.place().urlOrCanonical()).put("language", article.language());
    json.put("rule", article.provenance().rule());
    quality(json.putObject("quality"), article, sentences);
    List<Judged> judged = article.explanation().blocks();
    for (Judged block : judged) {
      block(blocks.addObject(), block);
    }
    fields(json.putArray("fields"), clip, article);
    return json;
  }

  private static void quality(ObjectNode json, Article article, VerdictSentences sentences) {
    double confidence = article.quality().confidence();
    json.put("confidence", Math.round(confidence * 1000) / 1000.0);
    json.put("words", article.quality().words()).put("path", article.quality().path());
    json.put("sentence", sentences.confidence(confidence, article.quality().words()));
    ArrayNode flags = json.putArray("flags");
    for (String flag : article.quality().flags()) {
      flags.addObject().put("flag", flag).put("sentence", sentences.flag(flag));
    }
  }

  static void block(ObjectNode json, Judged block) {
    json.put("text", block.text()).put("where", block.where());
    json.put("as", FrameHtml.as(block));
    json.put("kept", block.verdict().keptAs() == null ? null : block.verdict().keptAs().code());
    json.put("by", block.verdict().decider().name().toLowerCase(Locale.ROOT));
    json.put("why", block.verdict().why()).put("sentence", block.reason());
    block.others().forEach(json.putArray("others")::add);
  }

  private static void fields(ArrayNode json, Clip clip, Article article) {
    for (RecordField field : RecordField.in(Form.PEOPLE)) {
      List<String> texts = field.texts(clip, article);
      if (!texts.isEmpty() && !field.name().equals("flags")) {
        ObjectNode one = json.addObject().put("name", field.name());
        one.put("value", field.name().equals("images") ? texts.get(0) : String.join(", ", texts));
        Evidence evidence = evidence(field.name(), article);
        if (evidence != null) {
          one.put("from", evidence.from()).put("place", evidence.where());
          one.put("raw", evidence.raw());
        }
        places(field.name(), article).forEach(one.putArray("blocks")::add);
      }
    }
  }

  private static @Nullable Evidence evidence(String field, Article article) {
    return article.explanation().evidence().stream()
        .filter(one -> one.field().equals(field))
        .findFirst()
        .orElse(null);
  }

  /** Returns the blocks that became a field. */
  private static List<Integer> places(String field, Article article) {
    List<Integer> places = new ArrayList<>();
    List<Judged> judged = article.explanation().blocks();
    for (int i = 0; i < judged.size(); i++) {
      Verdict verdict = judged.get(i).verdict();
      if (verdict.decider() == Decider.FIELD && verdict.why().equals(field)) {
        places.add(i);
      }
    }
    return places;
  }
}
