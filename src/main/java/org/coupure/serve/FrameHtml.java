package org.coupure.serve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.coupure.ParsedPage;
import org.coupure.article.Article;
import org.coupure.article.Explanation.Judged;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was, to be shown beside its verdicts: without scripts, without anything that asks
 * another server, with each block's number on its element. It is shown in a sandbox with a policy
 * that forbids the same once more.
 */
final class FrameHtml {
  private static final String GONE =
      "script, noscript, iframe, frame, frameset, object, embed, applet, portal, base, link, meta,"
          + " template, audio, video, source, track, svg, math, dialog";

  /** Attributes that a browser loads, follows, sends to, runs, or puts above the page. */
  private static final Set<String> GONE_ATTRIBUTES =
      Set.of(
          "href",
          "src",
          "srcset",
          "imagesrcset",
          "action",
          "formaction",
          "background",
          "poster",
          "data",
          "codebase",
          "classid",
          "ping",
          "manifest",
          "longdesc",
          "usemap",
          "cite",
          "profile",
          "xlink:href",
          "lowsrc",
          "dynsrc",
          "srcdoc",
          "target",
          "autofocus",
          "accesskey",
          "contenteditable",
          "popover",
          "popovertarget",
          "tabindex",
          "http-equiv",
          "nonce");

  /** What a style could load. */
  private static final Pattern LOADS =
      Pattern.compile(
          "(?i)@import[^;]{0,2000};?|(?:url|image-set|image|src|expression)\\s*\\([^)]{0,100000}\\)"
              + "|@font-face\\s*\\{[^}]{0,20000}\\}");

  private static final String MARKS =
      """
      [data-coupure]{outline:2px solid transparent;outline-offset:-1px;cursor:pointer}
      [data-coupure-as=keep]{outline-color:#1a7f37!important}
      [data-coupure-as=field]{outline-color:#0969da!important}
      [data-coupure-as=drop]{outline-color:#b35900!important;outline-style:dotted!important}
      [data-coupure].coupure-on{outline-width:4px!important;background:#fff3b0!important;color:#111!important}
      """;

  private FrameHtml() {}

  /**
   * Returns the document that shows a page; changes its parse.
   *
   * @param article what was made of it, explained, or null
   */
  static String of(ParsedPage parsed, @Nullable Article article) {
    Document document = parsed.document();
    Blocks blocks = parsed.blocks();
    if (document == null || blocks == null) {
      return text(blocks, article);
    }
    mark(blocks, article);
    clean(document);
    document.head().appendElement("style").appendChild(new DataNode(MARKS));
    document.outputSettings().prettyPrint(false);
    document.charset(StandardCharsets.UTF_8);
    return document.outerHtml();
  }

  private static void mark(Blocks blocks, @Nullable Article article) {
    List<Judged> judged = article == null ? List.of() : article.explanation().blocks();
    for (Block block : blocks.list()) {
      Element box = block.box();
      if (box != null && !box.normalName().equals("html")) {
        String before = box.attr("data-coupure");
        box.attr(
            "data-coupure", before.isEmpty() ? "" + block.index() : before + " " + block.index());
        if (before.isEmpty() && block.index() < judged.size()) {
          box.attr("data-coupure-as", as(judged.get(block.index())));
        }
      }
    }
  }

  /** Returns how a block is coloured: kept, dropped, or a field. */
  static String as(Judged judged) {
    if (judged.verdict().kept()) {
      return "keep";
    }
    return switch (judged.verdict().decider()) {
      case FIELD -> "field";
      default -> "drop";
    };
  }

  private static void clean(Document document) {
    document.select(GONE).remove();
    for (Element element : new ArrayList<>(document.getAllElements())) {
      for (Attribute attribute : element.attributes().asList()) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        boolean picture =
            name.equals("src")
                && element.normalName().equals("img")
                && attribute.getValue().startsWith("data:image/");
        if (!picture && (name.startsWith("on") || GONE_ATTRIBUTES.contains(name))) {
          element.removeAttr(attribute.getKey());
        } else if (name.equals("style")) {
          element.attr("style", LOADS.matcher(attribute.getValue()).replaceAll("none"));
        }
      }
      if (element.normalName().equals("style")) {
        String style = LOADS.matcher(element.data()).replaceAll("");
        element.empty();
        element.appendChild(new DataNode(style.replace("</", "<\\/")));
      }
    }
    document.select("form").tagName("div");
    document.select("input, button, select, textarea").forEach(field -> field.attr("disabled", ""));
  }

  /** Plain text is shown a paragraph a block. */
  private static String text(@Nullable Blocks blocks, @Nullable Article article) {
    Document document = Document.createShell("");
    document
        .head()
        .appendElement("style")
        .appendChild(new DataNode(MARKS + "body{font:16px serif}"));
    if (blocks != null) {
      List<Judged> judged = article == null ? List.of() : article.explanation().blocks();
      for (Block block : blocks.list()) {
        Element line = document.body().appendElement("p").text(block.text());
        line.attr("data-coupure", "" + block.index());
        if (block.index() < judged.size()) {
          line.attr("data-coupure-as", as(judged.get(block.index())));
        }
      }
    }
    return document.outerHtml();
  }
}
