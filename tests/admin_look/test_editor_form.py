"""The form of a page brings the editor, without anything that a strict policy would have to allow."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from publishing.markdown import MAX_LENGTH
from tests.factories import create_page


@pytest.fixture
def form(owner_client):
    return owner_client.get(reverse("admin:pages_page_change", args=[create_page(text="A text").pk]))


def test_its_scripts_are_modules_that_exist(form):
    scripts = re.findall(r'<script src="/static/(js/[^"]+)" type="module"', form.text)
    assert "js/editor.js" in scripts
    assert all(finders.find(script) for script in scripts)


def test_the_script_that_traps_the_keyboard_is_left_out(form):
    assert "markdownx/js" not in form.text


def test_the_field_keeps_the_marks_of_markdownx(form):
    assert 'class="markdownx"' in form.text
    assert "markdownx-editor" in form.text


def test_the_limit_is_that_of_the_renderer(form):
    assert f'data-longest="{MAX_LENGTH}"' in form.text


def test_choosing_fields_offer_no_way_to_delete_what_is_chosen(form):
    assert "delete-related" not in form.text
    assert "change-related" not in form.text


def test_no_policy_is_loosened(form):
    assert "unsafe" not in form.headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["pages_page", "images_image", "images_document", "publishing_redirect"])
def test_no_list_carries_inline_script_or_style(owner_client, name):
    create_page(title="A page")
    text = owner_client.get(reverse(f"admin:{name}_changelist")).text
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", text)
