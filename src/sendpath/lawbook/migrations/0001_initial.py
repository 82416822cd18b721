"""Make the tables of rules checked and readings adopted.

Safe while old code runs: both tables are new.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AdoptedReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ambiguity', models.CharField(max_length=10)),
                ('reading', models.CharField(max_length=40)),
                ('since', models.DateField()),
                ('reason', models.TextField()),
                ('recorded_at', models.DateTimeField()),
                ('adopted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['ambiguity', 'since', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='RuleCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(max_length=60)),
                ('wording', models.CharField(max_length=16)),
                ('verified_on', models.DateField()),
                ('name', models.CharField(max_length=150)),
                ('role', models.CharField(max_length=150)),
                ('note', models.TextField(blank=True)),
                ('recorded_at', models.DateTimeField()),
                ('verified_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['rule', 'pk'],
                'indexes': [models.Index(fields=['rule'], name='lawbook_check_of_rule')],
            },
        ),
    ]
