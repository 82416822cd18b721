"""Make the tables of documents.

Safe while old code runs: all of them are new.
"""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case_number', models.PositiveBigIntegerField(null=True)),
                ('title', models.CharField(max_length=150)),
                ('kind', models.CharField(choices=[('advice', 'Advice for an assessment'), ('report', 'Report'), ('letter', 'Letter or email'), ('plan', 'EHC plan'), ('form', 'Form or request'), ('photo', 'Photo or drawing'), ('voice', 'The child’s or young person’s own voice'), ('other', 'Something else')], max_length=20)),
                ('sensitivity', models.CharField(choices=[('ordinary', 'Education and everyday matters'), ('health', 'Health'), ('social_care', 'Social care'), ('finance', 'Money')], max_length=20)),
                ('visibility', models.CharField(choices=[('officers', 'Officers only'), ('advisers', 'Officers and those who advise'), ('family', 'Officers, those who advise, and the family')], max_length=20)),
                ('added_at', models.DateTimeField()),
                ('voided_at', models.DateTimeField(null=True)),
                ('void_reason', models.CharField(blank=True, choices=[('wrong_child', 'It is about another child'), ('wrong_file', 'It is the wrong file'), ('twice', 'It is here twice'), ('not_ours', 'It should not have been shared with us')], max_length=20)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='people.person')),
                ('sealed_for', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('redacted_from', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='documents.document')),
                ('voided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-added_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ChildKey',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='people.person')),
                ('sealed', models.TextField(blank=True)),
                ('made_at', models.DateTimeField()),
                ('destroyed_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('destroyed_at__isnull', True), ('sealed', ''), _connector='OR'), name='documents_key_destroyed_is_gone')],
            },
        ),
        migrations.CreateModel(
            name='Words',
            fields=[
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='words', serialize=False, to='documents.document')),
                ('text', models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('stored_as', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('salt', models.BinaryField(max_length=32)),
                ('file_type', models.CharField(max_length=10)),
                ('size', models.PositiveBigIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('pages', models.PositiveIntegerField(null=True)),
                ('read_at', models.DateTimeField(null=True)),
                ('scan', models.CharField(choices=[('waiting', 'Waiting to be scanned'), ('clean', 'Scanned, nothing harmful found'), ('infected', 'Locked away: harmful software was found in it'), ('unscanned', 'Not scanned here: no scanner is configured')], default='waiting', max_length=10)),
                ('scan_tries', models.PositiveIntegerField(default=0)),
                ('scanned_at', models.DateTimeField(null=True)),
                ('harm', models.CharField(blank=True, max_length=120)),
                ('added_at', models.DateTimeField()),
                ('destroyed_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='documents.document')),
            ],
            options={
                'ordering': ['document', 'number'],
            },
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['person', '-added_at'], name='documents_of_person'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['case_number'], name='documents_of_case'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_at__isnull', True), ('voided_by__isnull', True)), models.Q(('voided_at__isnull', False), ('voided_by__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='documents_voided_by_someone_for_a_reason'),
        ),
        migrations.AddIndex(
            model_name='version',
            index=models.Index(condition=models.Q(('scan__in', ['waiting', 'infected'])), fields=['added_at'], name='documents_not_clean'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(fields=('document', 'number'), name='documents_version_number_once'),
        ),
    ]
