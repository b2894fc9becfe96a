from django.apps import AppConfig


class ConsultancyConfig(AppConfig):
    name = "consultancy"
