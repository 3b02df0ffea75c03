"""What the bot says about keeping the documents, to those who look after them and who contribute."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keeping:
    """One language's messages, as `catalogue.Texts`."""

    # Sharing a practice
    share_intro: str
    share_resumed: str
    share_what: str
    share_place: str
    share_evidence: str
    share_contact: str
    share_too_long: str
    share_words_only: str
    share_scrubbed: str
    share_edited: str
    share_danger: str
    share_take: str
    share_skip: str
    share_preview: str
    share_left_out: str
    share_send: str
    share_discard: str
    share_discarded: str
    share_sent: str
    share_sent_already: str
    share_gone: str
    share_enough: str
    heading_what: str
    heading_place: str
    heading_evidence: str
    heading_contact: str
    participant: str
    practice_source: str

    # What became of it
    share_approved: str
    share_declined: str
    share_declined_word: str
    share_published: str

    # Shared practices, for maintainers
    practice_new: str
    practice_read: str
    practices: str
    practices_none: str
    practice_approve: str
    practice_decline: str
    practice_theme: str
    practice_decided: str
    practice_word: str
    practice_without_word: str
    practice_declined: str
    practice_untold: str
    practice_forgotten: str

    # A document
    document_too_large: str
    document_reading: str
    document_refused: str
    document_added: str
    document_facts: str
    document_replaces: str
    document_passages: str
    document_more: str
    document_answers: str
    document_answers_none: str
    document_notes: str
    document_keep: str
    document_kept: str
    document_discard: str
    document_discarded: str
    document_title: str
    document_theme: str
    document_language: str
    document_title_ask: str
    document_title_long: str
    document_theme_ask: str
    document_language_ask: str
    document_gone: str
    document_markdown: str
    document_remove: str
    document_remove_sure: str
    document_removed: str

    # What is served, and the draft
    corpus_version: str
    corpus_unpublished: str
    corpus_draft: str
    corpus_draft_empty: str
    corpus_overtaken: str
    corpus_documents: str
    corpus_documents_list: str
    corpus_practices: str
    corpus_publish: str
    corpus_discard: str
    corpus_discard_sure: str
    corpus_discarded: str
    corpus_versions: str
    corpus_back: str
    corpus_how: str
    corpus_unavailable: str

    # Publishing
    trial_running: str
    trial_nothing: str
    trial_unusable: str
    trial_result: str
    trial_replayed: str
    trial_lost: str
    trial_silenced: str
    trial_moved: str
    trial_answered: str
    trial_astray: str
    trial_same: str
    trial_findings: str
    trial_rewritten: str
    trial_told: str
    trial_corrected: str
    trial_tell_nobody: str
    trial_tell_them: str
    trial_refused: str
    trial_publish: str
    trial_override: str
    trial_report: str
    trial_later: str
    trial_left: str
    trial_stale: str
    trial_gone: str
    override_ask: str
    reason_long: str
    published: str
    published_overrides: str

    # What a change of the documents is about
    finding_document_added: str
    finding_document_removed: str
    finding_document_moved: str
    finding_unreadable: str
    finding_page_removed: str
    finding_heading_removed: str
    finding_section_emptied: str
    finding_text_added: str
    finding_text_removed: str
    finding_text_changed: str
    finding_numbers_changed: str
    finding_table_changed: str
    finding_encoding_broken: str
    finding_source_changed: str
    finding_facts_changed: str
    finding_safety_changed: str
    finding_workshop_changed: str
    finding_term_changed: str
    finding_question_changed: str
    finding_file_changed: str

    # Earlier versions
    versions: str
    versions_none: str
    version_line: str
    rollback_sure: str
    rollback_yes: str
    rollback_done: str
    rollback_gone: str
    rollback_changed: str

    # Correcting a passage
    correct: str
    correct_ask: str
    correct_long: str
    correct_words_only: str
    correct_gone: str
    correct_done: str

    # What changes
    role_lost: str
    added: str
    changed: str
    removed: str

    # Upkeep
    upkeep: str
    upkeep_stale: str
    upkeep_contradicting: str
    upkeep_duplicates: str
    upkeep_disliked: str
    upkeep_missed: str
    upkeep_never_shown: str
